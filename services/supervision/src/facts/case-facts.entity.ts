import {
  AgreementDrafted,
  type AlertLevel,
  ApplicationReceived,
  CaseAccepted,
  CaseDeadlinePassed,
  CaseDeclined,
  CaseFailed,
  CaseOpened,
  CaseSettled,
  type CaseState,
  CaseWithdrawn,
  type EventOf,
  MediatorAssigned,
} from '@accord/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Each } from './each';

export const caseEvents = [
  CaseOpened,
  ApplicationReceived,
  CaseAccepted,
  CaseDeclined,
  MediatorAssigned,
  AgreementDrafted,
  CaseSettled,
  CaseFailed,
  CaseWithdrawn,
  CaseDeadlinePassed,
] as const;
export type CaseEvent = Each<(typeof caseEvents)[number]>;

export type CaseOutcome = 'settled' | 'failed' | 'declined' | 'withdrawn';

/** Limits that end with the decision on acceptance, by their clock rule's key; all others end with the case. */
const BEFORE_ACCEPTANCE: ReadonlySet<string> = new Set(['fed.reach-both-sides', 'med.accept']);

/** What figures need to know of one case. Its events, and nothing else, write it; dates are business dates. */
@Entity('case_facts')
export class CaseFacts {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('integer', { name: 'heard_version' }) heardVersion = 0;
  @Column('text') number!: string;
  @Column('uuid', { name: 'alert_id', nullable: true }) alertId!: string | null;
  @Column('text', { name: 'area_code' }) areaCode!: string;
  @Column('uuid', { name: 'employer_id' }) employerId!: string;
  @Column('text', { name: 'employer_name' }) employerName!: string;
  @Column('text', { nullable: true }) level!: AlertLevel | null;
  @Column('integer', { name: 'head_count' }) headCount!: number;
  @Column('uuid', { name: 'body_id', nullable: true }) bodyId: string | null = null;
  @Column('uuid', { name: 'mediator_id', nullable: true }) mediatorId: string | null = null;
  @Column('text') state: CaseState = 'opened';
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('date', { name: 'opened_on' }) openedOn!: string;
  /** Last day for the decision on acceptance; null while nobody has applied. */
  @Column('date', { name: 'decide_by', nullable: true }) decideBy: string | null = null;
  @Column('date', { name: 'decided_on', nullable: true }) decidedOn: string | null = null;
  @Column('date', { name: 'accepted_on', nullable: true }) acceptedOn: string | null = null;
  @Column('date', { name: 'concluded_on', nullable: true }) concludedOn: string | null = null;
  @Column('text', { nullable: true }) outcome: CaseOutcome | null = null;
  @Column('boolean', { name: 'within_clock_a', nullable: true }) withinClockA: boolean | null = null;
  @Column('boolean', { name: 'within_clock_b', nullable: true }) withinClockB: boolean | null = null;
  @Column('date', { name: 'decision_overdue_since', nullable: true }) decisionOverdueSince: string | null = null;
  @Column('date', { name: 'conclusion_overdue_since', nullable: true }) conclusionOverdueSince: string | null = null;

  static of({ aggregateId }: CaseEvent): CaseFacts {
    return Object.assign(new CaseFacts(), { id: aggregateId });
  }

  /** Takes in one event, in the case's own order; one that is not newer than the last changes nothing. */
  hear(event: CaseEvent): void {
    if (event.aggregateVersion <= this.heardVersion) return;
    this.heardVersion = event.aggregateVersion;
    switch (event.type) {
      case CaseOpened.type:
        return this.open(event);
      case ApplicationReceived.type:
        this.state = 'applied';
        this.decideBy = event.payload.decideBy.dueOn;
        return;
      case CaseAccepted.type:
        return this.accept(event.payload);
      case CaseDeclined.type:
        this.decide(event.payload.declinedOn);
        return this.conclude('declined', event.payload.declinedOn);
      case MediatorAssigned.type:
        this.mediatorId = event.payload.mediatorId;
        if (this.state === 'accepted') this.state = 'in_mediation';
        return;
      case AgreementDrafted.type:
        this.state = 'agreed';
        return;
      case CaseSettled.type:
        this.withinClockA = event.payload.withinClockA;
        this.withinClockB = event.payload.withinClockB;
        return this.conclude('settled', event.payload.inForceOn);
      case CaseFailed.type:
        this.withinClockB = event.payload.withinClockB;
        return this.conclude('failed', event.payload.failedOn);
      case CaseWithdrawn.type:
        return this.conclude('withdrawn', event.payload.withdrawnOn);
      case CaseDeadlinePassed.type:
        return this.runLate(event.payload);
    }
  }

  private open({ payload, occurredAt }: EventOf<typeof CaseOpened>): void {
    const { caseNo, alertId, areaCode, employer, alertLevel, headCount, bodyId, openedOn } = payload;
    const opened = { number: caseNo, alertId, areaCode, employerId: employer.id, employerName: employer.name, level: alertLevel };
    Object.assign(this, opened, { headCount, bodyId, openedOn, openedAt: occurredAt });
  }

  private accept({ bodyId, acceptedOn }: EventOf<typeof CaseAccepted>['payload']): void {
    this.state = 'accepted';
    this.bodyId = bodyId;
    this.acceptedOn = acceptedOn;
    this.decide(acceptedOn);
  }

  private decide(on: string): void {
    this.decidedOn = on;
    this.decisionOverdueSince = null;
  }

  private conclude(outcome: CaseOutcome, on: string): void {
    this.state = outcome;
    this.outcome = outcome;
    this.concludedOn = on;
  }

  /** Keeps the earlier of two limits that ran out. */
  private runLate({ clock, dueOn }: EventOf<typeof CaseDeadlinePassed>['payload']): void {
    const earlier = (since: string | null): string => (since === null || dueOn < since ? dueOn : since);
    if (BEFORE_ACCEPTANCE.has(clock)) this.decisionOverdueSince = earlier(this.decisionOverdueSince);
    else this.conclusionOverdueSince = earlier(this.conclusionOverdueSince);
  }
}
