import { DomainError } from '@accord/case-model';

/** The address names an indicator that does not exist; the details list those that do. */
export class IndicatorNotFound extends DomainError {
  readonly code = 'INDICATOR_NOT_FOUND';
  readonly kind = 'not_found';

  constructor(key: string, known: string[]) {
    super({ zh: '没有这个指标。', en: 'There is no such indicator.' }, { key: key.slice(0, 60), known });
  }
}

/** The period ends before it begins. */
export class PeriodReversed extends DomainError {
  readonly code = 'PERIOD_REVERSED';
  readonly kind = 'invalid';
  override readonly field = 'from';

  constructor(from: string, to: string) {
    super(
      { zh: `开始日期${from}晚于结束日期${to}。`, en: `The period would begin on ${from}, after its end on ${to}.` },
      { from, to },
    );
  }
}
