import { DomainError } from '@accord/case-model';

/** No version of the rule governs the day the clock would start, or there is no such rule. */
export class ClockRuleNotInForce extends DomainError {
  readonly code = 'CLOCK_RULE_NOT_IN_FORCE';
  readonly kind = 'not_found';

  constructor(key: string, onDate: string, region: string | null, known: boolean) {
    super(
      known
        ? { zh: `期限规则“${key}”在 ${onDate} 尚未施行或已失效。`, en: `The clock rule "${key}" was not in force on ${onDate}.` }
        : { zh: `没有期限规则“${key}”。`, en: `There is no clock rule "${key}".` },
      { key, onDate, region },
    );
  }
}

/** Someone tried to set a statutory limit as if it were the federation's own. */
export class ClockRuleNotConfigurable extends DomainError {
  readonly code = 'CLOCK_RULE_NOT_CONFIGURABLE';
  readonly kind = 'refused';

  constructor(key: string) {
    super(
      { zh: `“${key}”是法定期限，不能由联合会修改。`, en: `"${key}" is a statutory limit; the federation cannot change it.` },
      { key },
    );
  }
}

/** A limit of the federation's own was given a length that no clock can run. */
export class ClockRuleInvalid extends DomainError {
  readonly code = 'CLOCK_RULE_INVALID';
  readonly kind = 'invalid';
  override readonly field = 'length';

  constructor(key: string, length: number) {
    super(
      {
        zh: `期限“${key}”的长度须为 1 至 36600 的整数，不能是 ${length}。`,
        en: `The length of "${key}" must be a whole number from 1 to 36600, not ${length}.`,
      },
      { key, length },
    );
  }
}
