import type { IndicatorDefinition } from './indicator-definition';

const DUE = `decide_by BETWEEN :from AND :to AND (decided_on IS NOT NULL OR decide_by < :today)
  AND NOT (decided_on IS NULL AND concluded_on IS NOT NULL AND concluded_on <= decide_by)`;

const aCase = { version: 1, unit: 'cases', facts: 'case_facts' } as const;

export const timelinessIndicators: readonly IndicatorDefinition[] = [
  {
    ...aCase,
    key: 'decisions-due',
    name: { zh: '应作出受理决定', en: 'Decisions on acceptance that were due' },
    definition: {
      zh: '三个工作日期限（企业劳动争议协商调解规定第22条）的最后一日在期内，且已决定或已到期的申请；到期前撤回的除外。',
      en: 'Applications whose three-working-day limit (Order 17 art. 22) ends in the period and that were decided or are past it; ones withdrawn within the limit are left out.',
    },
    condition: DUE,
  },
  {
    ...aCase,
    key: 'decided-on-time',
    name: { zh: '受理及时率', en: 'Decided on time' },
    definition: {
      zh: '在三个工作日内作出受理或不予受理决定的 ÷ 应作出决定的，按期限最后一日统计。',
      en: 'Accepted or declined within three working days ÷ decisions that were due, by the last day of the limit.',
    },
    condition: `${DUE} AND decided_on <= decide_by`,
    over: 'decisions-due',
  },
  {
    ...aCase,
    key: 'concluded-within-limit',
    name: { zh: '期限内结案率（自受理起）', en: 'Concluded within the limit (from acceptance)' },
    definition: {
      zh: '自受理起的调解期限（企业劳动争议协商调解规定第29条，含双方同意的延期）内结案的 ÷ 期内结案件数。与自收到申请起的法定15日分开计算。',
      en: 'Concluded within the limit that runs from acceptance (Order 17 art. 29, agreed extensions included) ÷ concluded in the period. The law’s 15 days from receipt are another clock.',
    },
    condition: `concluded_on BETWEEN :from AND :to AND outcome IN ('settled', 'failed') AND within_clock_b`,
    over: 'concluded',
  },
];
