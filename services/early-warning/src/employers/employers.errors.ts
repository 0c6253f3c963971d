import { DomainError } from '@accord/case-model';

/** The given employer id is not known in the caller's areas; name the employer without an id and it is taken up as new. */
export class EmployerUnknown extends DomainError {
  readonly code = 'EMPLOYER_UNKNOWN';
  readonly kind = 'invalid';
  override readonly field = 'employer.id';

  constructor(employerId: string) {
    super(
      {
        zh: '没有找到该单位，请重新选择，或只填写单位名称。',
        en: 'No such employer in your areas; choose again, or give only its name.',
      },
      { employerId },
    );
  }
}
