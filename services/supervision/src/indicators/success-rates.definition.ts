import type { IndicatorDefinition } from './indicator-definition';

const settled = {
  version: 1,
  unit: 'cases',
  facts: 'case_facts',
  condition: `concluded_on BETWEEN :from AND :to AND outcome = 'settled'`,
} as const;

/**
 * Two rates, because the federation uses two. Both follow the period, not a cohort: that is how unions report (High-tech
 * zone: 681 settled of 1,239 accepted in the year). Source: rulebook 6.
 */
export const successRateIndicators: readonly IndicatorDefinition[] = [
  {
    ...settled,
    key: 'success-rate-accepted',
    name: { zh: '调解成功率（申报口径）', en: 'Success rate over accepted (as reported)' },
    definition: {
      zh: '期内协议生效件数 ÷ 期内受理件数。分子按生效日、分母按受理日，不是同一批案件，短期内可能超过100%。',
      en: 'Settled in the period ÷ accepted in the period. The two are not the same cases (by day in force, by day of acceptance), so over a short period it may exceed 100 %.',
    },
    over: 'accepted',
  },
  {
    ...settled,
    key: 'success-rate-concluded',
    name: { zh: '调解成功率（结案口径）', en: 'Success rate over concluded' },
    definition: {
      zh: '期内协议生效件数 ÷ 期内结案件数（成功＋不成），均按结案日；撤回和不予受理的不在分母中。',
      en: 'Settled ÷ concluded (settled and failed) in the period, both by the day they ended; withdrawn and declined cases are not below the line.',
    },
    over: 'concluded',
  },
];
