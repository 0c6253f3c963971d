import { businessDate } from '@accord/case-model';
import {
  AlertAcknowledged,
  AlertEscalated,
  AlertGraded,
  AlertJoined,
  type AlertLevel,
  AlertRaised,
  AlertResolved,
  type AlertState,
  AlertStoodDown,
  AlertUnanswered,
  AlertVerified,
  type EventOf,
} from '@accord/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Each } from './each';

export const alertEvents = [
  AlertRaised,
  AlertGraded,
  AlertAcknowledged,
  AlertUnanswered,
  AlertVerified,
  AlertEscalated,
  AlertJoined,
  AlertStoodDown,
  AlertResolved,
] as const;
export type AlertEvent = Each<(typeof alertEvents)[number]>;

/** What figures need to know of one alert. Its events, and nothing else, write it; dates are business dates. */
@Entity('alert_facts')
export class AlertFacts {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('integer', { name: 'heard_version' }) heardVersion = 0;
  @Column('text') number!: string;
  @Column('text', { name: 'area_code' }) areaCode!: string;
  @Column('uuid', { name: 'employer_id' }) employerId!: string;
  @Column('text', { name: 'employer_name' }) employerName!: string;
  @Column('text') level!: AlertLevel;
  @Column('integer', { name: 'head_count' }) headCount!: number;
  @Column('text') state: AlertState = 'raised';
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('date', { name: 'raised_on' }) raisedOn!: string;
  @Column('date', { name: 'escalated_on', nullable: true }) escalatedOn: string | null = null;
  @Column('date', { name: 'concluded_on', nullable: true }) concludedOn: string | null = null;
  @Column('text', { nullable: true }) outcome: EventOf<typeof AlertResolved>['payload']['outcome'] | null = null;

  static of({ aggregateId }: AlertEvent): AlertFacts {
    return Object.assign(new AlertFacts(), { id: aggregateId });
  }

  /** Takes in one event, in the alert's own order; one that is not newer than the last changes nothing. */
  hear(event: AlertEvent): void {
    if (event.aggregateVersion <= this.heardVersion) return;
    this.heardVersion = event.aggregateVersion;
    switch (event.type) {
      case AlertRaised.type:
        return this.open(event);
      case AlertGraded.type:
        this.level = event.payload.level;
        return;
      case AlertAcknowledged.type:
        return this.standsAt('acknowledged');
      case AlertUnanswered.type:
        return this.standsAt('raised');
      case AlertVerified.type:
        this.headCount = event.payload.headCount;
        return this.standsAt('verified');
      case AlertEscalated.type:
        this.state = 'escalated';
        this.escalatedOn = businessDate(event.occurredAt);
        return;
      case AlertJoined.type:
        return this.conclude('joined', event);
      case AlertStoodDown.type:
        return this.conclude('stood_down', event);
      case AlertResolved.type:
        return this.hearOutcome(event);
    }
  }

  private open({ payload: { alertNo, areaCode, employer, level, headCount }, occurredAt }: EventOf<typeof AlertRaised>): void {
    const raised = { number: alertNo, areaCode, employerId: employer.id, employerName: employer.name, level, headCount };
    Object.assign(this, raised, { openedAt: occurredAt, raisedOn: businessDate(occurredAt) });
  }

  /** An escalated alert stays escalated while people still acknowledge and verify it. */
  private standsAt(state: AlertState): void {
    if (this.escalatedOn === null) this.state = state;
  }

  /** A case that was declined or withdrawn gives the alert back to people. */
  private hearOutcome(event: EventOf<typeof AlertResolved>): void {
    this.outcome = event.payload.outcome;
    if (this.outcome === 'settled') this.conclude('resolved', event);
    else this.state = this.outcome === 'failed' ? 'unresolved' : 'verified';
  }

  private conclude(state: AlertState, { occurredAt }: AlertEvent): void {
    this.state = state;
    this.concludedOn = businessDate(occurredAt);
  }
}
