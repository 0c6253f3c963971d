import type { CaseSummary, CaseView } from '@accord/contracts';
import type { Actor } from '@accord/http';
import type { FieldCipher } from '@accord/postgres';
import { masked } from '../case-file/masking';
import type { TimelineLine } from '../case-file/timeline-line.entity';
import type { CaseClock } from '../limits/case-clock.entity';
import type { Application } from './application';
import { actionsFor } from './mediation-case.access';
import type { MediationCase } from './mediation-case.entity';
import type { MediationSession } from './mediation-session.entity';
import { routesAfter } from './routes-that-remain.rules';

/** A case as a list shows it. `running` are its limits that run. */
export function summaryOf(mediation: MediationCase, running: readonly CaseClock[], now: Date): CaseSummary {
  const { id, caseNo, state, origin, alertId, alertLevel, areaCode, claimTypes, headCount, collective, bodyId, mediatorId } =
    mediation;
  const next = [...running].sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime())[0];
  return {
    ...{ id, caseNo, state, origin, alertId, alertLevel, areaCode, claimTypes, headCount, collective },
    employer: { id: mediation.employerId, name: mediation.employerName },
    body: bodyId === null ? null : { id: bodyId, name: mediation.bodyName ?? '' },
    mediator: mediatorId === null || bodyId === null ? null : { id: mediatorId, name: mediation.mediatorName ?? '', bodyId },
    openedAt: mediation.openedAt.toISOString(),
    nextDue: next?.view() ?? null,
    overdue: mediation.isOverdue(now),
  };
}

interface File {
  readonly mediation: MediationCase;
  /** Newest first. */
  readonly clocks: readonly CaseClock[];
  readonly sessions: readonly MediationSession[];
  readonly lines: readonly TimelineLine[];
}

/** The whole file as this person sees it, with what they may do. */
export function viewOf({ mediation, clocks, sessions, lines }: File, reader: Actor, cipher: FieldCipher, now: Date): CaseView {
  const running = clocks.filter(({ state }) => state === 'running');
  return {
    ...summaryOf(mediation, running, now),
    alertNo: mediation.alertNo,
    applicant: applicantView(mediation.application, cipher),
    request: mediation.application.request,
    proposal: mediation.proposal,
    clocks: clocks.map((clock) => clock.view()),
    sessions: sessions.map((session) => session.view()),
    agreement: mediation.agreement.view(),
    closingNote: mediation.closingNote,
    routesThatRemain: routesAfter(mediation),
    allowedActions: actionsFor(mediation, reader),
    timeline: lines.map((line) => line.view()),
  };
}

function applicantView({ name, phoneSealed, idNumberSealed }: Application, cipher: FieldCipher): CaseView['applicant'] {
  if (name === null) return null;
  return {
    name,
    phone: phoneSealed === null ? null : masked(cipher.decrypt(phoneSealed), { keepFirst: 3, keepLast: 4 }),
    idNumber: idNumberSealed === null ? null : masked(cipher.decrypt(idNumberSealed), { keepFirst: 4, keepLast: 2 }),
  };
}
