import { ActionNotAllowed, known } from '@accord/case-model';
import {
  AlertAcknowledged,
  AlertAction,
  AlertEscalated,
  AlertGraded,
  AlertJoined,
  type AlertLevel,
  AlertRaised,
  AlertResolved,
  type AlertSigns,
  type AlertSource,
  type AlertState,
  AlertStoodDown,
  AlertUnanswered,
  AlertVerified,
  type ClaimType,
  type EmployerRef,
  type Grading,
  type RaiseAlertRequest,
  type RegradeAlertRequest,
  type StaffRef,
  type StandDownAlertRequest,
  type StandDownReason,
  type VerifyAlertRequest,
} from '@accord/contracts';
import type { DueDate } from '@accord/clocks';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { LevelUnchanged } from './alert.errors';
import { alertLifecycle, alertWords } from './alert.lifecycle';
import { gradingOf, type Registered, requireFitLead, requireNotInFuture } from './alert.rules';
import type { OnDuty } from '../duty/on-duty';
import { rungAbove } from './alert-ladder.rules';
import { acknowledgementExpiry, acknowledgementLimit } from './alert-limits.rules';
import { type AlertOutcome, words } from './alert-timeline.words';
import { KeepsTimeline } from './keeps-timeline';
import { grade, type GradingInForce, isGraver, overrule } from './grading.rules';

const ENDED_BY = { settled: 'settle', failed: 'fail', declined: 'giveBack', withdrawn: 'giveBack' } as const;

/** Trouble reported at an employer, from the first word of it until it is known how it ended. */
@Entity('alerts')
export class Alert extends KeepsTimeline {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column({ type: 'text', name: 'alert_no', update: false }) alertNo!: string;
  @Column('text') state: AlertState = alertLifecycle.initial;
  @Column('text') level!: AlertLevel;
  @Column('jsonb') grading!: Grading;
  @Column({ type: 'text', name: 'area_code', update: false }) areaCode!: string;
  @Column({ type: 'uuid', name: 'employer_id', update: false }) employerId!: string;
  @Column({ type: 'text', name: 'employer_name', update: false }) employerName!: string;
  @Column({ type: 'text', name: 'employer_key', update: false }) employerKey!: string;
  @Column({ type: 'text', nullable: true, update: false }) place!: string | null;
  @Column('int', { name: 'head_count' }) headCount!: number;
  @Column({ type: 'text', name: 'claim_types', array: true, update: false }) claimTypes!: ClaimType[];
  @Column('jsonb') signs!: AlertSigns;
  @Column({ type: 'text', update: false }) observed!: string;
  @Column({ type: 'text', update: false }) source!: AlertSource;
  @Column({ type: 'uuid', name: 'post_id', nullable: true, update: false }) postId!: string | null;
  @Column({ type: 'timestamptz', name: 'occurred_at', update: false }) occurredAt!: Date;
  @Column({ type: 'timestamptz', name: 'raised_at', update: false }) raisedAt!: Date;
  @Column({ type: 'uuid', name: 'raised_by', update: false }) raisedBy!: string;
  @Column({ type: 'text', name: 'raised_by_name', update: false }) raisedByName!: string;
  @Column('int') rung = 0;
  @Column('text', { name: 'rung_area' }) rungArea!: string;
  /** When the acknowledgement is due, or ends; null while nothing is waited for. */
  @Column('timestamptz', { name: 'answer_due_at', nullable: true }) answerDueAt: Date | null = null;
  @Column('uuid', { name: 'acknowledged_by', nullable: true }) acknowledgedBy: string | null = null;
  @Column('text', { name: 'acknowledged_by_name', nullable: true }) acknowledgedByName: string | null = null;
  @Column('timestamptz', { name: 'acknowledged_at', nullable: true }) acknowledgedAt: Date | null = null;
  @Column('uuid', { name: 'verified_by', nullable: true }) verifiedBy: string | null = null;
  @Column('timestamptz', { name: 'verified_at', nullable: true }) verifiedAt: Date | null = null;
  @Column('text', { nullable: true }) findings: string | null = null;
  @Column('timestamptz', { name: 'escalated_at', nullable: true }) escalatedAt: Date | null = null;
  /** Null although escalated: the grading rule did it. */
  @Column('uuid', { name: 'escalated_by', nullable: true }) escalatedBy: string | null = null;
  @Column('uuid', { name: 'case_id', nullable: true }) caseId: string | null = null;
  @Column('text', { name: 'case_no', nullable: true }) caseNo: string | null = null;
  @Column('text', { nullable: true }) outcome: AlertOutcome | null = null;
  @Column('text', { name: 'stand_down_reason', nullable: true }) standDownReason: StandDownReason | null = null;
  @Column('uuid', { name: 'joined_into', nullable: true }) joinedInto: string | null = null;

  static raise(
    request: RaiseAlertRequest,
    { id, alertNo, employer, postId, rule, onDuty }: Registered,
    by: StaffRef,
    at: Date,
  ): Alert {
    const occurredAt = requireNotInFuture('occurredAt', request.occurredAt, at);
    const grading = gradingOf(request, rule, by);

    const { areaCode, place = null, headCount, claimTypes, signs, observed, source } = request;
    const told = { areaCode, place, headCount, claimTypes, signs, observed, source, occurredAt, postId };
    const alert = Object.assign(new Alert(), told, {
      id,
      alertNo,
      level: grading.level,
      grading,
      employerId: employer.id,
      employerName: employer.name,
      employerKey: employer.nameKey,
      raisedAt: at,
      raisedBy: by.id,
      raisedByName: by.name,
      rungArea: areaCode,
    });
    alert.say(words.raised(alertNo), by, at);
    if (!employer.confirmed) alert.say(words.employerUnknown(employer.name), null, at);
    alert.say(words.graded(grading), grading.overruledBy === null ? null : by, at);
    const acknowledgeBy = alert.awaitAcknowledgement(at);
    alert.sayWhoIsMissing(onDuty, at);
    alert.announce(AlertRaised, { ...alert.facts, source, postId, raisedBy: by.id, acknowledgeBy }, at);
    if (grading.escalatesItself) alert.escalateByRule(at);
    return alert;
  }

  acknowledge(by: StaffRef, at: Date): void {
    const acknowledged = this.ask('acknowledge');

    this.state = acknowledged;
    this.acknowledgedBy = by.id;
    this.acknowledgedByName = by.name;
    this.acknowledgedAt = at;
    this.say(words.acknowledged(), by, at);
    const expiry = acknowledgementExpiry(this.level, at);
    if (acknowledged === 'acknowledged') this.standUntil(expiry, at);
    else this.answerDueAt = null;
    this.announce(AlertAcknowledged, { ...this.about, acknowledgedBy: by.id, expiresAt: expiry.dueAt.toISOString() }, at);
  }

  verify({ headCount, findings, signs }: VerifyAlertRequest, rule: GradingInForce, by: StaffRef, at: Date): void {
    this.state = this.ask('verify');
    this.headCount = headCount;
    this.signs = signs ?? this.signs;
    this.findings = findings;
    this.verifiedBy = by.id;
    this.verifiedAt = at;
    this.answerDueAt = null;
    this.say(words.verified(headCount), by, at);
    this.announce(AlertVerified, { ...this.about, headCount, verifiedBy: by.id }, at);
    const byRule = grade(this, rule);
    const overruledByPerson = this.grading.overruledBy !== null && !isGraver(byRule.level, this.level);
    if (!overruledByPerson) this.takeGrading(byRule, null, at);
  }

  escalate(note: string | undefined, by: StaffRef, at: Date): void {
    this.state = this.ask('escalate');
    this.escalatedBy = by.id;
    this.answerDueAt = null;
    this.say(words.escalated(note), by, at);
    this.announceEscalation(at);
  }

  standDown({ reason, note }: StandDownAlertRequest, by: StaffRef, at: Date): void {
    this.state = this.ask('standDown');
    this.standDownReason = reason;
    this.answerDueAt = null;
    this.say(words.stoodDown(reason, note), by, at);
    this.announce(AlertStoodDown, { ...this.about, reason, stoodDownBy: by.id }, at);
  }

  /** Both alerts say so on their timelines; save both. */
  join(lead: Alert, by: StaffRef, at: Date): void {
    const joined = this.ask('join');
    requireFitLead(this, lead);

    this.state = joined;
    this.joinedInto = lead.id;
    this.answerDueAt = null;
    this.say(words.joinedInto(lead.alertNo), by, at);
    lead.say(words.leads(this.alertNo), by, at);
    this.announce(AlertJoined, { ...this.about, leadAlertId: lead.id, joinedBy: by.id }, at);
  }

  regrade({ level, reason }: RegradeAlertRequest, rule: GradingInForce, by: StaffRef, at: Date): void {
    const regraded = this.ask('regrade');
    if (level === this.level) throw new LevelUnchanged(level);

    this.state = regraded;
    this.takeGrading(overrule(grade(this, rule), { level, reason, by: by.name }, rule), by, at);
  }

  /** The limit that was waited for has passed: an acknowledgement runs out, the alert climbs. Does nothing when it no longer waits. */
  runOutOfTime(at: Date, onDuty: OnDuty): void {
    if (this.answerDueAt === null || this.answerDueAt > at) return;
    const expired = this.state === 'acknowledged';
    if (expired) {
      this.state = alertLifecycle.next(this.state, 'expireAcknowledgement');
      this.acknowledgedBy = this.acknowledgedByName = this.acknowledgedAt = null;
      this.say(words.acknowledgementExpired(), null, at);
    } else {
      this.say(words.unanswered(this.rungArea), null, at);
    }
    this.climb(at, expired);
    if (this.answerDueAt !== null) this.sayWhoIsMissing(onDuty, at);
  }

  noteCase(caseId: string, caseNo: string, at: Date): void {
    if (this.caseId === caseId) return;
    this.caseId = caseId;
    this.caseNo = caseNo;
    this.say(words.caseOpened(caseNo), null, at);
  }

  endMediation(outcome: AlertOutcome, at: Date): void {
    this.state = alertLifecycle.next(this.state, ENDED_BY[outcome]);
    this.outcome = outcome;
    this.answerDueAt = null;
    this.say(words.caseEnded(outcome), null, at);
    const caseId = known(this.caseId, 'a mediation that ended had a case');
    this.announce(AlertResolved, { ...this.about, caseId, outcome, raisedBy: this.raisedBy }, at);
  }

  /** The alert that this one was joined to has its outcome, and whoever raised this one should read it here too. */
  hearOfLead(lead: Alert, outcome: AlertOutcome, at: Date): void {
    this.say(words.leadEnded(lead.alertNo, outcome), null, at);
  }

  get employer(): EmployerRef {
    return { id: this.employerId, name: this.employerName };
  }

  /** Whether a named person has the alert in hand. */
  get answered(): boolean {
    return this.acknowledgedBy !== null || this.verifiedBy !== null || this.escalatedBy !== null;
  }

  get awaitsAcknowledgement(): boolean {
    return this.answerDueAt !== null && this.state !== 'acknowledged';
  }

  /** What a user may do now, whoever it is. */
  get offeredActions(): AlertAction[] {
    return AlertAction.options.filter((action) => alertLifecycle.allows(this.state, action) && this.stillToDo(action));
  }

  /** An alert escalates once in its life, also after its case was given back; what a person has in hand needs no second one. */
  private stillToDo(action: AlertAction): boolean {
    if (action === 'escalate') return this.escalatedAt === null;
    if (action === 'acknowledge') return !this.answered;
    return action !== 'verify' || this.verifiedBy === null;
  }

  private ask(action: AlertAction): AlertState {
    const offered = this.offeredActions;
    if (!offered.includes(action)) throw new ActionNotAllowed('alert', this.state, action, offered, wordFor);
    return alertLifecycle.next(this.state, action);
  }

  private takeGrading(grading: Grading, by: StaffRef | null, at: Date): void {
    const formerLevel = this.level;
    this.grading = grading;
    if (grading.level === formerLevel) return;
    this.level = grading.level;
    this.say(words.regraded(formerLevel, grading), by, at);
    if (this.awaitsAcknowledgement) this.awaitAcknowledgement(at);
    else if (this.state === 'acknowledged') this.standUntil(acknowledgementExpiry(this.level, at), at);
    const answerBy = this.answerDueAt?.toISOString() ?? null;
    this.announce(AlertGraded, { ...this.about, level: this.level, formerLevel, ruleVersion: grading.ruleVersion, answerBy }, at);
    if (grading.escalatesItself && this.offeredActions.includes('escalate')) this.escalateByRule(at);
  }

  private escalateByRule(at: Date): void {
    this.state = alertLifecycle.next(this.state, 'escalate');
    if (this.answered) this.answerDueAt = null;
    this.say(words.escalatedItself(this.grading), null, at);
    this.announceEscalation(at);
  }

  private announceEscalation(at: Date): void {
    this.escalatedAt = at;
    this.announce(AlertEscalated, { ...this.facts, escalatedBy: this.escalatedBy }, at);
  }

  /** One rung up; at the top it stays, and is asked for once more where somebody had it in hand there. */
  private climb(at: Date, askAgainAtTop: boolean): void {
    this.state = alertLifecycle.next(this.state, 'climb');
    const above = rungAbove(this.rungArea);
    if (above !== null) {
      this.rung += 1;
      this.rungArea = above;
      this.say(words.climbed(above), null, at);
    }
    const asksAgain = above !== null || askAgainAtTop;
    if (!asksAgain) {
      this.answerDueAt = null;
      this.say(words.topReached(this.rungArea), null, at);
    }
    const acknowledgeBy = asksAgain ? this.awaitAcknowledgement(at) : null;
    this.announce(AlertUnanswered, { ...this.about, climbedToArea: this.rungArea, rung: this.rung, acknowledgeBy }, at);
  }

  private awaitAcknowledgement(from: Date): string {
    const limit = acknowledgementLimit(this.level, from);
    this.answerDueAt = limit.dueAt;
    this.say(words.awaitsAcknowledgement(this.rungArea, limit), null, from);
    return limit.dueAt.toISOString();
  }

  private standUntil(expiry: DueDate, from: Date): void {
    this.answerDueAt = expiry.dueAt;
    this.say(words.acknowledgementStandsUntil(expiry), null, from);
  }

  private sayWhoIsMissing(onDuty: OnDuty, at: Date): void {
    if (onDuty.missesOut(this.rungArea)) this.say(words.nobodyOnDuty(this.rungArea), null, at);
  }

  private get about(): { alertId: string; areaCode: string } {
    return { alertId: this.id, areaCode: this.areaCode };
  }

  private get facts() {
    const { alertNo, employer, claimTypes, headCount, level } = this;
    return { ...this.about, alertNo, employer, claimTypes, headCount, level };
  }
}

const wordFor = (word: string) => alertWords[word as keyof typeof alertWords];
