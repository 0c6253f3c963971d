import {
  AgreementDrafted,
  ApplicationReceived,
  CaseAccepted,
  CaseDeadlinePassed,
  CaseDeclined,
  CaseFailed,
  CaseOpened,
  CaseSettled,
  CaseWithdrawn,
  MediatorAssigned,
  SessionHeld,
} from '@accord/contracts';
import { dueThrough, on, type TaskCall, type TaskKind } from './task-kind';
import type { TaskSubject } from './task-subject.entity';

/** Limits that end with the decision on acceptance, by their clock rule's key; all others end with the case. */
const BEFORE_ACCEPTANCE: ReadonlySet<string> = new Set(['fed.reach-both-sides', 'med.accept']);

function forMediator(subject: TaskSubject): TaskCall {
  return { assigneeId: subject.mediatorStaffId, due: clockB(subject) };
}

function clockB({ clockBDueOn, clockBProvisional }: TaskSubject): TaskCall['due'] {
  return dueThrough(clockBDueOn === null ? null : { dueOn: clockBDueOn, provisional: clockBProvisional });
}

const toNewMediator = on(MediatorAssigned, (_, subject) => forMediator(subject));

/** What mediation cases ask people to do. */
export const caseTasks: readonly TaskKind[] = [
  {
    key: 'ask-both-sides',
    title: { zh: '征询双方调解意愿', en: 'Ask both sides whether they will mediate' },
    audience: 'body_chair',
    raisedBy: [on(CaseOpened, ({ origin, reachBothSides }) => (origin === 'alert' ? { due: dueThrough(reachBothSides) } : null))],
    completedBy: [CaseAccepted, CaseDeclined],
    // An application sets the statutory limit instead; from then on the case waits for the decision on acceptance alone.
    cancelledBy: [ApplicationReceived, CaseWithdrawn],
  },
  {
    key: 'decide-acceptance',
    title: { zh: '决定是否受理', en: 'Decide on acceptance' },
    audience: 'body_chair',
    raisedBy: [on(ApplicationReceived, ({ decideBy }) => ({ due: dueThrough(decideBy) }))],
    completedBy: [CaseAccepted, CaseDeclined],
    cancelledBy: [CaseWithdrawn],
  },
  {
    key: 'assign-mediator',
    title: { zh: '指派调解员', en: 'Assign a mediator' },
    audience: 'body_chair',
    raisedBy: [on(CaseAccepted, (_, subject) => ({ due: clockB(subject) }))],
    completedBy: [MediatorAssigned],
    cancelledBy: [CaseWithdrawn, CaseFailed],
  },
  {
    key: 'hold-first-session',
    title: { zh: '召开首次调解会', en: 'Hold the first session' },
    audience: 'mediator',
    raisedBy: [on(MediatorAssigned, (_, subject) => (subject.sessionsHeld === 0 ? forMediator(subject) : null))],
    movedBy: [toNewMediator],
    completedBy: [SessionHeld],
    cancelledBy: [AgreementDrafted, CaseSettled, CaseFailed, CaseWithdrawn],
  },
  {
    key: 'reach-agreement',
    title: { zh: '促成调解协议', en: 'Bring the parties to an agreement' },
    audience: 'mediator',
    raisedBy: [on(SessionHeld, ({ number }, subject) => (number === 1 ? forMediator(subject) : null))],
    movedBy: [toNewMediator],
    completedBy: [AgreementDrafted, CaseSettled, CaseFailed],
    cancelledBy: [CaseWithdrawn],
  },
  {
    key: 'complete-signatures',
    title: { zh: '补齐签名盖章', en: 'Complete signatures and seal' },
    audience: 'mediator',
    raisedBy: [on(AgreementDrafted, ({ missing }, subject) => (missing.length > 0 ? forMediator(subject) : null))],
    movedBy: [toNewMediator],
    completedBy: [CaseSettled],
    cancelledBy: [CaseFailed, CaseWithdrawn],
  },
  {
    key: 'look-into-late-decision',
    title: { zh: '督办：受理环节超期', en: 'Look into a late decision on acceptance' },
    audience: 'supervisor',
    raisedBy: [on(CaseDeadlinePassed, ({ clock }) => (BEFORE_ACCEPTANCE.has(clock) ? {} : null))],
    completedBy: [CaseAccepted, CaseDeclined, CaseWithdrawn],
    cancelledBy: [],
  },
  {
    key: 'look-into-overdue-case',
    title: { zh: '督办：案件超期未结', en: 'Look into an overdue case' },
    audience: 'supervisor',
    raisedBy: [on(CaseDeadlinePassed, ({ clock }) => (BEFORE_ACCEPTANCE.has(clock) ? null : {}))],
    completedBy: [CaseSettled, CaseFailed, CaseDeclined, CaseWithdrawn],
    cancelledBy: [],
  },
];
