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
import { v7 } from 'uuid';
import { AggregateHistory } from './aggregate-history';

const provisional = false;

/** What a mediation case says in the course of its life; days are business dates. */
export class CaseHistory extends AggregateHistory {
  readonly bodyId = v7();
  private sessions = 0;

  constructor(
    readonly areaCode = '320505001',
    private readonly alertId: string | null = null,
  ) {
    super();
  }

  private get about() {
    return { caseId: this.id, areaCode: this.areaCode };
  }

  private get origin() {
    return { ...this.about, alertId: this.alertId };
  }

  opened(openedOn = '2026-03-02') {
    return this.say(CaseOpened, {
      ...this.origin,
      caseNo: 'TJ-320505-2026-000001',
      origin: this.alertId === null ? 'application' : 'alert',
      alertLevel: this.alertId === null ? null : 'yellow',
      employer: { id: v7(), name: '苏州恒达电子有限公司' },
      claimTypes: ['unpaid_wages'],
      headCount: 12,
      collective: true,
      bodyId: this.bodyId,
      openedOn,
      reachBothSides: this.alertId === null ? null : { dueOn: '2026-03-05', provisional },
    });
  }

  applicationReceived(receivedOn = '2026-03-02', decideBy = '2026-03-05') {
    const clockA = { dueOn: '2026-03-17', provisional };
    return this.say(ApplicationReceived, { ...this.about, receivedOn, decideBy: { dueOn: decideBy, provisional }, clockA });
  }

  accepted(acceptedOn = '2026-03-04', clockB = '2026-03-19') {
    return this.say(CaseAccepted, {
      ...this.about,
      bodyId: this.bodyId,
      acceptedOn,
      onTime: true,
      clockB: { dueOn: clockB, provisional },
    });
  }

  declined(declinedOn = '2026-03-04') {
    return this.say(CaseDeclined, { ...this.about, reason: 'respondent_unwilling', declinedOn });
  }

  mediatorAssigned(staffId = v7()) {
    return this.say(MediatorAssigned, { ...this.about, mediatorId: v7(), staffId, formerMediatorId: null });
  }

  sessionHeld(heldOn = '2026-03-09') {
    this.sessions += 1;
    return this.say(SessionHeld, { ...this.about, sessionId: v7(), heldOn, number: this.sessions });
  }

  agreementDrafted(
    missing: ('applicant_signature' | 'respondent_signature' | 'mediator_signature' | 'body_seal')[] = ['body_seal'],
  ) {
    return this.say(AgreementDrafted, { ...this.about, missing });
  }

  settled(inForceOn = '2026-03-12', { withinClockB = true } = {}) {
    return this.say(CaseSettled, { ...this.origin, inForceOn, amountFen: null, withinClockA: null, withinClockB });
  }

  failed(failedOn = '2026-03-12', { withinClockB = true } = {}) {
    return this.say(CaseFailed, { ...this.origin, failedOn, reason: 'no_agreement', withinClockB });
  }

  withdrawn(withdrawnOn = '2026-03-12') {
    return this.say(CaseWithdrawn, { ...this.origin, withdrawnOn });
  }

  deadlinePassed(clock: string, dueOn = '2026-03-19') {
    return this.say(CaseDeadlinePassed, { ...this.about, clock, dueOn });
  }
}
