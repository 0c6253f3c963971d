import { DomainError, type LocalisedText } from '@accord/case-model';

/** No such case, or one outside the areas of whoever asks; the two are not told apart. */
export class MediationCaseNotFound extends DomainError {
  readonly code = 'CASE_NOT_FOUND';
  readonly kind = 'not_found';

  constructor(caseId: string) {
    super({ zh: '没有找到该调解案件。', en: `There is no mediation case ${caseId}.` }, { caseId });
  }
}

/** A party does not consent; mediation is voluntary, so the case cannot be accepted. */
export class BothConsentsRequired extends DomainError {
  readonly code = 'BOTH_CONSENTS_REQUIRED';
  readonly kind = 'invalid';
  override readonly field: string;

  constructor(party: 'applicant' | 'respondent') {
    const name = party === 'applicant' ? { zh: '申请方', en: 'applicant' } : { zh: '被申请方', en: 'respondent' };
    super(
      {
        zh: `${name.zh}不同意调解，不能受理；请改为不予受理并告知其他途径（企业劳动争议协商调解规定第二十二条、第二十三条）。`,
        en: `The ${name.en} does not consent, so the case cannot be accepted; decline it and name the other routes (Order 17 arts. 22, 23).`,
      },
      { party },
    );
    this.field = `${party}Consent.given`;
  }
}

/** A date lies before something that must have come first. */
export class DateContradicts extends DomainError {
  readonly code = 'DATE_CONTRADICTS';
  readonly kind = 'invalid';

  constructor(
    override readonly field: string,
    given: string,
    notBefore: string,
    because: LocalisedText,
  ) {
    super(
      {
        zh: `日期 ${given} 不能早于 ${notBefore}：${because.zh}。`,
        en: `${given} must not be before ${notBefore}: ${because.en}.`,
      },
      { given, notBefore },
    );
  }
}

/** The application is dated before the rules that set its limits were in force; such a file is history, not a case to run. */
export class ReceivedBeforeTheRules extends DomainError {
  readonly code = 'RECEIVED_BEFORE_THE_RULES';
  readonly kind = 'invalid';
  override readonly field = 'receivedOn';

  constructor(receivedOn: string) {
    super(
      {
        zh: `收到日期 ${receivedOn} 早于现行调解期限规定的施行日期，不能按在办案件登记。`,
        en: `No mediation limits in force on ${receivedOn}; this cannot be entered as a running case.`,
      },
      { receivedOn },
    );
  }
}

/** The signed-in person may do this kind of act in the area, but neither leads this case nor chairs its body. */
export class NotYourCase extends DomainError {
  readonly code = 'NOT_YOUR_CASE';
  readonly kind = 'forbidden';

  constructor(action: string, who: LocalisedText) {
    super({ zh: `此事只能由${who.zh}办理。`, en: `Only ${who.en} may do this.` }, { action });
  }
}

/** The mediator who is to be assigned leads the case already. */
export class MediatorAlreadyLeads extends DomainError {
  readonly code = 'MEDIATOR_ALREADY_LEADS';
  readonly kind = 'refused';
  override readonly field = 'mediatorId';

  constructor(mediatorId: string) {
    super({ zh: '该调解员已经在承办本案。', en: 'That mediator leads the case already.' }, { mediatorId });
  }
}
