import {
  AlertAcknowledged,
  AlertEscalated,
  AlertGraded,
  AlertJoined,
  type AlertLevel,
  AlertRaised,
  AlertResolved,
  AlertStoodDown,
  AlertUnanswered,
  AlertVerified,
  type EventOf,
} from '@accord/contracts';
import { v7 } from 'uuid';
import { AggregateHistory } from './aggregate-history';

type Outcome = EventOf<typeof AlertResolved>['payload']['outcome'];

/** What an alert says in the course of its life. */
export class AlertHistory extends AggregateHistory {
  readonly raisedBy = v7();
  private readonly employer = { id: v7(), name: '苏州恒达电子有限公司' };

  constructor(
    readonly areaCode = '320505001',
    private level: AlertLevel = 'yellow',
  ) {
    super();
  }

  private get about() {
    return { alertId: this.id, areaCode: this.areaCode };
  }

  private get facts() {
    return {
      ...this.about,
      alertNo: 'YJ-320505-2026-000001',
      employer: this.employer,
      claimTypes: ['unpaid_wages' as const],
      headCount: 60,
    };
  }

  raised({ acknowledgeBy = '2026-03-02T05:00:00Z' } = {}) {
    return this.say(AlertRaised, {
      ...this.facts,
      source: 'post',
      level: this.level,
      postId: null,
      raisedBy: this.raisedBy,
      acknowledgeBy,
    });
  }

  graded(level: AlertLevel, answerBy?: string | null) {
    const formerLevel = this.level;
    this.level = level;
    return this.say(AlertGraded, { ...this.about, level, formerLevel, ruleVersion: 1, answerBy });
  }

  acknowledged({ acknowledgedBy = v7(), expiresAt = '2026-03-03T05:00:00Z' } = {}) {
    return this.say(AlertAcknowledged, { ...this.about, acknowledgedBy, expiresAt });
  }

  unanswered(climbedToArea: string, rung = 1, acknowledgeBy: string | null = '2026-03-02T09:00:00Z') {
    return this.say(AlertUnanswered, { ...this.about, climbedToArea, rung, acknowledgeBy });
  }

  verified() {
    return this.say(AlertVerified, { ...this.about, headCount: 62, verifiedBy: v7() });
  }

  /** By the grading rule unless a person is named. */
  escalated({ escalatedBy = null }: { escalatedBy?: string | null } = {}) {
    return this.say(AlertEscalated, { ...this.facts, level: this.level, escalatedBy });
  }

  joined() {
    return this.say(AlertJoined, { ...this.about, leadAlertId: v7(), joinedBy: v7() });
  }

  stoodDown() {
    return this.say(AlertStoodDown, { ...this.about, reason: 'false_alarm', stoodDownBy: v7() });
  }

  resolved(outcome: Outcome) {
    return this.say(AlertResolved, { ...this.about, caseId: v7(), outcome, raisedBy: this.raisedBy });
  }
}
