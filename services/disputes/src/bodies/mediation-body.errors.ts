import { DomainError, type LocalisedText } from '@accord/case-model';

/** No body was proposed for the case and none was named. */
export class BodyRequired extends DomainError {
  readonly code = 'BODY_REQUIRED';
  readonly kind = 'invalid';
  override readonly field = 'bodyId';

  constructor() {
    super({
      zh: '本案没有推荐的调解组织，请选择由哪个调解组织受理。',
      en: 'No mediation body was proposed for this case; name the one that accepts it.',
    });
  }
}

/** The body that was named is not registered or no longer active. */
export class BodyUnknown extends DomainError {
  readonly code = 'BODY_UNKNOWN';
  readonly kind = 'invalid';
  override readonly field = 'bodyId';

  constructor(bodyId: string) {
    super({ zh: '没有这个调解组织，或者已停用。', en: `There is no active mediation body ${bodyId}.` }, { bodyId });
  }
}

/** The body serves another area, or another employer. */
export class BodyDoesNotServe extends DomainError {
  readonly code = 'BODY_DOES_NOT_SERVE';
  readonly kind = 'invalid';
  override readonly field = 'bodyId';

  constructor(bodyId: string) {
    super(
      { zh: '该调解组织的服务范围不包括本案。', en: 'That mediation body serves another area or another employer.' },
      { bodyId },
    );
  }
}

/** The mediator that was named is not registered or no longer active. */
export class MediatorUnknown extends DomainError {
  readonly code = 'MEDIATOR_UNKNOWN';
  readonly kind = 'invalid';
  override readonly field = 'mediatorId';

  constructor(mediatorId: string) {
    super({ zh: '没有这名调解员，或者已停用。', en: `There is no active mediator ${mediatorId}.` }, { mediatorId });
  }
}

/** The mediator belongs to another body than the one that accepted the case. */
export class MediatorNotInBody extends DomainError {
  readonly code = 'MEDIATOR_NOT_IN_BODY';
  readonly kind = 'refused';
  override readonly field = 'mediatorId';

  constructor(mediatorId: string) {
    super(
      { zh: '该调解员不属于受理本案的调解组织。', en: 'That mediator does not belong to the body that accepted the case.' },
      { mediatorId },
    );
  }
}

/** The mediator stands too close to a party. */
export class MediatorConflict extends DomainError {
  readonly code = 'MEDIATOR_CONFLICT';
  readonly kind = 'refused';
  override readonly field = 'mediatorId';

  constructor(mediatorId: string, reason: LocalisedText) {
    super({ zh: `该调解员应当回避：${reason.zh}。`, en: `That mediator must step aside: ${reason.en}.` }, { mediatorId });
  }
}

/** A committee of an employer names the employer; any other body names none. */
export class EmployerMismatch extends DomainError {
  readonly code = 'EMPLOYER_MISMATCH';
  readonly kind = 'invalid';
  override readonly field = 'employerId';

  constructor() {
    super({
      zh: '企业调解委员会须注明所属用人单位，其他调解组织不填写用人单位。',
      en: 'A committee of the kind "enterprise" names its employer; a body of any other kind names none.',
    });
  }
}

/** That member of staff is a mediator of the body already. */
export class MediatorRegisteredAlready extends DomainError {
  readonly code = 'MEDIATOR_REGISTERED_ALREADY';
  readonly kind = 'refused';
  override readonly field = 'staffId';

  constructor(staffId: string) {
    super({ zh: '该人员已登记为本组织的调解员。', en: 'That member of staff is a mediator of this body already.' }, { staffId });
  }
}
