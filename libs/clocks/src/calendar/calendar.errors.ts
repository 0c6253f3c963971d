import { DomainError, type LocalisedText } from '@accord/case-model';

/** A date is not written `YYYY-MM-DD` or names a day that does not exist. */
export class InvalidBusinessDate extends DomainError {
  readonly code = 'INVALID_BUSINESS_DATE';
  readonly kind = 'invalid';

  constructor(
    date: string,
    override readonly field: string = 'date',
  ) {
    super(
      {
        zh: `“${date.slice(0, 40)}”不是有效日期，请按 YYYY-MM-DD 填写。`,
        en: `"${date.slice(0, 40)}" is not a date; write it as YYYY-MM-DD.`,
      },
      { date: date.slice(0, 40) },
    );
  }
}

/** A holiday notice contradicts itself or the year it is for; nothing of it was taken. */
export class HolidayNoticeInvalid extends DomainError {
  readonly code = 'HOLIDAY_NOTICE_INVALID';
  readonly kind = 'invalid';

  constructor(
    text: LocalisedText,
    override readonly field: string,
    details: Record<string, unknown> = {},
  ) {
    super(text, details);
  }
}
