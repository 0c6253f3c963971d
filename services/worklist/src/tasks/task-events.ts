import {
  AgreementDrafted,
  AlertAcknowledged,
  AlertEscalated,
  AlertGraded,
  AlertJoined,
  AlertRaised,
  AlertResolved,
  AlertStoodDown,
  AlertUnanswered,
  AlertVerified,
  ApplicationReceived,
  CaseAccepted,
  CaseDeadlinePassed,
  CaseDeclined,
  CaseFailed,
  CaseOpened,
  CaseSettled,
  CaseWithdrawn,
  type EventDefinition,
  type EventOf,
  MediatorAssigned,
  SessionHeld,
} from '@accord/contracts';

/** Every event that the worklist listens to. Those of one alert or case arrive in order; between them there is none. */
export const taskEvents = [
  AlertRaised,
  AlertGraded,
  AlertAcknowledged,
  AlertUnanswered,
  AlertVerified,
  AlertEscalated,
  AlertJoined,
  AlertStoodDown,
  AlertResolved,
  CaseOpened,
  ApplicationReceived,
  CaseAccepted,
  CaseDeclined,
  MediatorAssigned,
  SessionHeld,
  AgreementDrafted,
  CaseSettled,
  CaseFailed,
  CaseWithdrawn,
  CaseDeadlinePassed,
] as const;

type Each<Definition> = Definition extends EventDefinition ? EventOf<Definition> : never;

/** One of {@link taskEvents} as it arrives. */
export type TaskEvent = Each<(typeof taskEvents)[number]>;
