import { businessDate, known, SettableClock, startOfBusinessDay } from '@accord/case-model';
import type { AssignmentProposal, BodyRef, StaffRef } from '@accord/contracts';
import { v5, v7 } from 'uuid';
import type { Appointee } from '../bodies/conflict.rules';
import type { SealedContact } from '../mediation/application';
import { MediationCase } from '../mediation/mediation-case.entity';
import type { DemoCase, DemoStep, DemoStory } from './demo-files';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What a story's case meets when it is told: who is who, and what was drawn for it. */
export interface Scene {
  readonly now: Date;
  readonly staff: ReadonlyMap<string, StaffRef>;
  readonly mediators: ReadonlyMap<string, Appointee>;
  readonly body: BodyRef;
  readonly caseNo: string;
  readonly proposal: AssignmentProposal;
  readonly contact: SealedContact;
}

/** When a story begins: so many days ago at an hour of the day, never ahead of now. */
export function beginningOf({ daysAgo, hour }: Pick<DemoStory, 'daysAgo' | 'hour'>, now: Date): Date {
  const today = startOfBusinessDay(businessDate(new Date(now.getTime() - daysAgo * DAY_MS)));
  return notAhead(new Date(today.getTime() + hour * HOUR_MS), now);
}

/** An employer that nobody had registered has the same id in every service that tells the story. */
export function employerOf({ alert, case: told }: DemoStory): { id: string; name: string } {
  const { employerId, employerName, id } = known(told, 'the story has a case');
  return { id: employerId ?? v5(employerName, alert?.id ?? id), name: employerName };
}

/** Tells a case from its opening to its last step, by its own verbs and each at its instant. */
export class CaseStory {
  private readonly clock: SettableClock;
  private readonly told: DemoCase;

  constructor(
    private readonly story: DemoStory,
    private readonly scene: Scene,
  ) {
    this.clock = new SettableClock(this.openedAt());
    this.told = known(story.case, 'the story has a case');
  }

  replay(): MediationCase {
    const [first, ...later] = this.told.steps;
    const mediation =
      this.story.alert === null ? this.openByApplication(known(first, 'an application begins it')) : this.openFromAlert();
    for (const step of this.story.alert === null ? later : this.told.steps) {
      this.clock.set(this.instantOf(step));
      mediation.passDueClocks(this.clock.now());
      this.act(mediation, step);
    }
    mediation.passDueClocks(this.scene.now);
    return mediation;
  }

  private openFromAlert(): MediationCase {
    const { areaCode, claimTypes, headCount, id } = this.told;
    const alert = { alertId: known(this.story.alert, 'it began with an alert').id, alertNo: null, level: null };
    const { caseNo, proposal } = this.scene;
    return MediationCase.openFromAlert(
      { ...alert, employer: employerOf(this.story), areaCode, claimTypes, headCount },
      this.clock.now(),
      { id, caseNo, proposal },
    );
  }

  private openByApplication(step: DemoStep): MediationCase {
    const { areaCode, claimTypes, headCount, id } = this.told;
    const { caseNo, proposal, contact } = this.scene;
    const opening = { id, caseNo, proposal, employer: employerOf(this.story), areaCode, claimTypes, headCount };
    return MediationCase.openByApplication(this.by(step), this.application(step), contact, opening);
  }

  private act(mediation: MediationCase, step: DemoStep): void {
    const act = this.by(step);
    switch (step.do) {
      case 'receiveApplication':
        return mediation.receiveApplication(act, this.application(step), this.scene.contact);
      case 'accept': {
        const { applicantConsent: applicant, respondentConsent: respondent } = step;
        const dated = (consent: typeof applicant) => ({ given: consent.given, how: consent.how, on: this.date(consent.day) });
        return mediation.accept(
          act,
          { applicantConsent: dated(applicant), respondentConsent: dated(respondent) },
          this.scene.body,
        );
      }
      case 'decline':
        return mediation.decline(act, step);
      case 'assignMediator':
        return mediation.assignMediator(
          act,
          known(this.scene.mediators.get(step.mediatorId), 'every mediator of a story is registered'),
        );
      case 'holdSession':
        return mediation.holdSession(act, { ...step, heldOn: this.date(step.day) }, v7({ msecs: act.at.getTime() }));
      case 'agreement':
        return mediation.draftAgreement(act, this.agreement(step));
      case 'declareImpasse':
        return mediation.declareImpasse(act, step);
      case 'withdraw':
        return mediation.withdraw(act, step);
    }
  }

  private agreement({ terms, amountFen, performByDay, signedDay, day }: Extract<DemoStep, { do: 'agreement' }>) {
    const signed = this.date(signedDay ?? day);
    const performBy = performByDay === undefined ? undefined : this.plainDate(performByDay);
    const signatures = { applicantSignedOn: signed, respondentSignedOn: signed, mediatorSignedOn: signed };
    return { terms, amountFen, performBy, ...signatures, bodySealedOn: signedDay === null ? undefined : signed };
  }

  private application(step: DemoStep) {
    const { applicant, request } = this.told;
    return { form: step.do === 'receiveApplication' ? step.form : ('written' as const), applicant, request };
  }

  private by({ by }: DemoStep) {
    return { by: known(this.scene.staff.get(by), 'every story names people of the staff'), at: this.clock.now() };
  }

  private openedAt(): Date {
    const beginning = beginningOf(this.story, this.scene.now);
    const escalation = this.story.alert?.steps.find((step) => step.do === 'escalate');
    return notAhead(new Date(beginning.getTime() + (escalation?.afterMinutes ?? 0) * MINUTE_MS), this.scene.now);
  }

  /** A step comes after the one before it, on its day where that has come. */
  private instantOf({ day }: DemoStep): Date {
    const planned = beginningOf(this.story, this.scene.now).getTime() + day * DAY_MS;
    return notAhead(new Date(Math.max(planned, this.clock.now().getTime() + MINUTE_MS / 2)), this.scene.now);
  }

  private date(day: number): string {
    const planned = this.plainDate(day);
    const today = this.clock.today();
    const earliest = businessDate(this.openedAt());
    return planned > today ? today : planned < earliest ? earliest : planned;
  }

  private plainDate(day: number): string {
    return businessDate(new Date(beginningOf(this.story, this.scene.now).getTime() + day * DAY_MS));
  }
}

function notAhead(instant: Date, now: Date): Date {
  return new Date(Math.min(instant.getTime(), now.getTime() - MINUTE_MS));
}
