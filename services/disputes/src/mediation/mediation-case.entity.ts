import { businessDate, known } from '@accord/case-model';
import * as events from '@accord/contracts';
import type { AlertLevel, AssignmentProposal, BodyRef, CaseState, ClaimType } from '@accord/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Appointee, requireFreeToMediate } from '../bodies/conflict.rules';
import { FiledCase } from '../case-file/filed-case';
import type { Act } from '../case-file/timeline-line.entity';
import { CaseClock } from '../limits/case-clock.entity';
import { Agreement } from './agreement';
import { Application, type SealedContact } from './application';
import { MediatorAlreadyLeads, ReceivedBeforeTheRules } from './mediation-case.errors';
import { mediationLifecycle } from './mediation-case.lifecycle';
import { requireBothConsents, requireNotBefore, requireNotInFuture } from './mediation-case.rules';
import { timelineWords as words } from './mediation-case.timeline';
import { MediationSession } from './mediation-session.entity';
import { type EscalatedAlert, type Opening, openingFacts, type Origin } from './opening';

const AFTER_ACCEPTANCE = { zh: '案件在该日受理', en: 'the case was accepted on that day' };

@Entity('mediation_cases')
export class MediationCase extends FiledCase {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text', { name: 'case_no' }) readonly caseNo!: string;
  @Column('text') state: CaseState = mediationLifecycle.initial;
  @Column('text') readonly origin!: 'alert' | 'application';
  @Column('uuid', { name: 'alert_id', nullable: true }) readonly alertId!: string | null;
  @Column('text', { name: 'alert_no', nullable: true }) alertNo!: string | null;
  @Column('text', { name: 'alert_level', nullable: true }) alertLevel!: AlertLevel | null;
  @Column('uuid', { name: 'employer_id' }) readonly employerId!: string;
  @Column('text', { name: 'employer_name' }) readonly employerName!: string;
  @Column('text', { name: 'area_code' }) readonly areaCode!: string;
  @Column('text', { name: 'claim_types', array: true }) readonly claimTypes!: ClaimType[];
  @Column('int', { name: 'head_count' }) readonly headCount!: number;
  @Column('boolean') readonly collective!: boolean;
  @Column('timestamptz', { name: 'opened_at' }) readonly openedAt!: Date;
  @Column('date', { name: 'opened_on' }) readonly openedOn!: string;
  @Column('jsonb') readonly proposal!: AssignmentProposal;
  /** The proposed body until acceptance, the accepting one from then on; by name as it was then. */
  @Column('uuid', { name: 'body_id', nullable: true }) bodyId: string | null = null;
  @Column('text', { name: 'body_name', nullable: true }) bodyName: string | null = null;
  @Column(() => Application, { prefix: false }) application = new Application();
  @Column('jsonb', { nullable: true }) consents: Pick<events.AcceptCaseRequest, 'applicantConsent' | 'respondentConsent'> | null =
    null;
  @Column('date', { name: 'accepted_on', nullable: true }) acceptedOn: string | null = null;
  @Column('uuid', { name: 'mediator_id', nullable: true }) mediatorId: string | null = null;
  @Column('uuid', { name: 'mediator_staff_id', nullable: true }) mediatorStaffId: string | null = null;
  @Column('text', { name: 'mediator_name', nullable: true }) mediatorName: string | null = null;
  @Column('int', { name: 'sessions_held' }) sessionsHeld = 0;
  @Column(() => Agreement, { prefix: false }) agreement = new Agreement();
  @Column('date', { name: 'ended_on', nullable: true }) endedOn: string | null = null;
  @Column('text', { name: 'end_reason', nullable: true }) endReason:
    events.DeclineCaseRequest['reason'] | events.FailCaseRequest['reason'] | null = null;
  @Column('text', { name: 'closing_note', nullable: true }) closingNote: string | null = null;

  newSessions: MediationSession[] = [];

  static openFromAlert(
    alert: EscalatedAlert,
    escalatedAt: Date,
    opening: Pick<Opening, 'id' | 'caseNo' | 'proposal'>,
  ): MediationCase {
    const opened = MediationCase.begin({ ...alert, ...opening }, escalatedAt, {
      origin: 'alert',
      ...alert,
      alertLevel: alert.level,
    });
    const act = { by: null, at: escalatedAt };
    opened.write(act, 'opened', words.openedFromAlert(alert.alertNo, alert.level));
    opened.writeProposal(act);
    opened.announceOpening(opened.run(act, 'fed.reach-both-sides', opened.openedOn));
    return opened;
  }

  static openByApplication(
    act: Act,
    request: events.ApplicationRequest,
    contact: SealedContact,
    opening: Opening,
  ): MediationCase {
    const opened = MediationCase.begin(opening, act.at, {
      origin: 'application',
      alertId: null,
      alertNo: null,
      alertLevel: null,
    });
    opened.write(act, 'opened', words.openedByApplication());
    opened.writeProposal(act);
    opened.announceOpening(null);
    opened.receiveApplication(act, request, contact);
    return opened;
  }

  private static begin(opening: Opening, openedAt: Date, origin: Origin): MediationCase {
    return Object.assign(new MediationCase(), openingFacts(opening, openedAt, origin));
  }

  /** A case that was taken over from history hears of its alert; one that knows it is left as it is. */
  learnOfAlert({ alertNo, level }: Pick<EscalatedAlert, 'alertNo' | 'level'>): void {
    this.alertNo ??= alertNo;
    this.alertLevel ??= level;
  }

  receiveApplication(act: Act, request: events.ApplicationRequest, contact: SealedContact): void {
    const applied = mediationLifecycle.next(this.state, 'receiveApplication');
    const today = businessDate(act.at);
    const { form, receivedOn = today } = request;
    requireNotInFuture('receivedOn', receivedOn, today);
    if (CaseClock.start(this.id, this.areaCode, 'med.accept', receivedOn) === null) throw new ReceivedBeforeTheRules(receivedOn);

    this.state = applied;
    this.application.receive(request, receivedOn, contact);
    this.write(act, 'applied', words.applied(form, receivedOn));
    const decideBy = this.run(act, 'med.accept', receivedOn).due;
    const clockA = this.run(act, 'med.lawlimit', receivedOn).due;
    this.say(act, events.ApplicationReceived, { ...this.about, receivedOn, decideBy, clockA });
  }

  accept(act: Act, consents: events.AcceptCaseRequest, body: BodyRef): void {
    const accepted = mediationLifecycle.next(this.state, 'accept');
    const today = businessDate(act.at);
    requireBothConsents(consents, this.begunOn, today);

    const { applicantConsent, respondentConsent } = consents;
    const decideBy = this.clocks.find('med.accept') ?? this.clocks.find('fed.reach-both-sides');
    const onTime = decideBy === undefined || decideBy.covers(today);
    this.state = accepted;
    this.acceptedOn = today;
    this.consents = { applicantConsent, respondentConsent };
    this.bodyId = body.id;
    this.bodyName = body.name;
    this.write(act, 'consented', words.consented('applicant', applicantConsent.on, applicantConsent.how));
    this.write(act, 'consented', words.consented('respondent', respondentConsent.on, respondentConsent.how));
    this.write(act, 'accepted', words.accepted(body.name, onTime));
    this.meet(['med.accept', 'fed.reach-both-sides'], today);
    const clockB = this.run(act, 'med.limit', today).due;
    this.say(act, events.CaseAccepted, { ...this.about, bodyId: body.id, acceptedOn: today, onTime, clockB });
  }

  decline(act: Act, { reason, note }: events.DeclineCaseRequest): void {
    const declined = mediationLifecycle.next(this.state, 'decline');

    const declinedOn = businessDate(act.at);
    this.meet(['med.accept', 'fed.reach-both-sides'], declinedOn);
    this.end(declined, declinedOn, reason, note);
    this.write(act, 'declined', words.declined(reason));
    this.say(act, events.CaseDeclined, { ...this.about, reason, declinedOn });
  }

  assignMediator(act: Act, mediator: Appointee): void {
    const inMediation = mediationLifecycle.next(this.state, 'assignMediator');
    if (mediator.id === this.mediatorId) throw new MediatorAlreadyLeads(mediator.id);
    requireFreeToMediate(mediator, this.bodyId, this.employerId);

    const { id: mediatorId, staffId, name } = mediator;
    const { mediatorId: formerMediatorId, mediatorName: formerName } = this;
    this.state = inMediation;
    this.mediatorId = mediatorId;
    this.mediatorStaffId = staffId;
    this.mediatorName = name;
    this.write(act, 'assigned', words.assigned(name, formerName));
    this.say(act, events.MediatorAssigned, { ...this.about, mediatorId, staffId, formerMediatorId });
  }

  holdSession(act: Act, session: events.HoldSessionRequest, sessionId: string): void {
    const inMediation = mediationLifecycle.next(this.state, 'holdSession');
    const { heldOn } = session;
    requireNotInFuture('heldOn', heldOn, businessDate(act.at));
    requireNotBefore('heldOn', heldOn, this.takenOn, AFTER_ACCEPTANCE);

    this.state = inMediation;
    this.sessionsHeld += 1;
    const number = this.sessionsHeld;
    this.newSessions.push(MediationSession.record(act, { id: sessionId, caseId: this.id, number }, session));
    this.write(act, 'session-held', words.sessionHeld(number, heldOn));
    this.say(act, events.SessionHeld, { ...this.about, sessionId, heldOn, number });
  }

  /** Takes the terms down, or completes them; with every signature and the seal on it the agreement is in force at once. */
  draftAgreement(act: Act, request: events.AgreementRequest): void {
    const agreed = mediationLifecycle.next(this.state, 'draftAgreement');
    const today = businessDate(act.at);
    this.agreement.requireConsistent(request, this.takenOn, today);

    this.state = agreed;
    const voided = this.agreement.draft(request, today);
    if (voided) this.write(act, 'signatures-void', words.signaturesVoid());
    const { missing } = this.agreement;
    this.write(act, 'agreement-drafted', words.drafted(missing));
    this.say(act, events.AgreementDrafted, { ...this.about, missing });
    if (missing.length === 0) this.putInForce(act);
  }

  declareImpasse(act: Act, { reason, note }: events.FailCaseRequest): void {
    const failed = mediationLifecycle.next(this.state, 'declareImpasse');

    const failedOn = businessDate(act.at);
    const withinClockB = this.clockB.covers(failedOn);
    this.meet(['med.lawlimit', 'med.limit'], failedOn);
    this.end(failed, failedOn, reason, note);
    this.write(act, 'failed', words.failed(reason));
    this.say(act, events.CaseFailed, { ...this.about, alertId: this.alertId, failedOn, reason, withinClockB });
  }

  withdraw(act: Act, { note }: events.WithdrawCaseRequest): void {
    const withdrawn = mediationLifecycle.next(this.state, 'withdraw');

    const withdrawnOn = businessDate(act.at);
    this.end(withdrawn, withdrawnOn, null, note);
    this.write(act, 'withdrawn', words.withdrawn());
    this.say(act, events.CaseWithdrawn, { ...this.about, alertId: this.alertId, withdrawnOn });
  }

  /** Marks every limit that has run out by `now`, once each. It ends nothing: a case goes on until somebody ends it. */
  passDueClocks(now: Date): void {
    for (const clock of this.clocks.due(now)) {
      clock.pass();
      const passing = { by: null, at: clock.dueAt };
      this.write(passing, 'limit-passed', words.passed(clock));
      this.say(passing, events.CaseDeadlinePassed, { ...this.about, clock: clock.key, dueOn: clock.dueOn });
    }
  }

  private putInForce(act: Act): void {
    const settled = mediationLifecycle.next(this.state, 'putInForce');

    const inForceOn = this.agreement.putInForce();
    const withinClockA = this.clocks.find('med.lawlimit')?.covers(inForceOn) ?? null;
    const withinClockB = this.clockB.covers(inForceOn);
    this.meet(['med.lawlimit', 'med.limit'], inForceOn);
    this.end(settled, businessDate(act.at), null, null);
    this.write(act, 'settled', words.settled(inForceOn));
    const { alertId } = this;
    const { amountFen } = this.agreement;
    this.say(act, events.CaseSettled, { ...this.about, alertId, inForceOn, amountFen, withinClockA, withinClockB });
  }

  private get about() {
    return { caseId: this.id, areaCode: this.areaCode };
  }

  /** The first day on which a consent can have been given: of the opening, or of an application that came before it. */
  private get begunOn(): string {
    const { receivedOn } = this.application;
    return receivedOn !== null && receivedOn < this.openedOn ? receivedOn : this.openedOn;
  }

  private get takenOn(): string {
    return known(this.acceptedOn, 'a case in mediation was accepted first');
  }

  private get clockB(): CaseClock {
    return known(this.clocks.find('med.limit'), 'clock B runs from acceptance');
  }

  private end(state: CaseState, on: string, reason: MediationCase['endReason'], note: string | null): void {
    this.state = state;
    this.endedOn = on;
    this.endReason = reason;
    this.closingNote = note;
    this.stopOwed(on);
  }

  private announceOpening(reach: CaseClock | null): void {
    const { caseNo, origin, alertId, alertLevel, claimTypes, headCount, collective, bodyId, openedOn, openedAt } = this;
    const employer = { id: this.employerId, name: this.employerName };
    const facts = { caseNo, origin, alertId, alertLevel, employer, claimTypes, headCount, collective, bodyId, openedOn };
    this.say({ at: openedAt }, events.CaseOpened, { ...this.about, ...facts, reachBothSides: reach?.due ?? null });
  }

  private writeProposal(act: Act): void {
    this.write(act, 'proposed', words.proposed(this.proposal.reasons));
    if (this.bodyId === null) this.write(act, 'nobody-notified', words.nobodyNotified());
  }
}
