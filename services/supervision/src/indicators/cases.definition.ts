import type { IndicatorDefinition } from './indicator-definition';

const aCase = { version: 1, unit: 'cases', facts: 'case_facts' } as const;

export const caseIndicators: readonly IndicatorDefinition[] = [
  {
    ...aCase,
    key: 'cases',
    name: { zh: '立案', en: 'Cases opened' },
    definition: {
      zh: '期内登记的调解案件，按登记日统计，含由预警转来的。',
      en: 'Cases opened in the period, by the day of opening, those that came from alerts included.',
    },
    condition: 'opened_on BETWEEN :from AND :to',
  },
  {
    ...aCase,
    key: 'accepted',
    name: { zh: '受理', en: 'Cases accepted' },
    definition: { zh: '期内受理的案件，按受理日统计。', en: 'Cases accepted in the period, by the day of acceptance.' },
    condition: 'accepted_on BETWEEN :from AND :to',
  },
  {
    ...aCase,
    key: 'concluded',
    name: { zh: '结案', en: 'Cases concluded' },
    definition: {
      zh: '期内调解成功或调解不成的案件，按结案日统计；撤回和不予受理的另列。',
      en: 'Cases settled or failed in the period, by the day they ended; withdrawn and declined ones stand apart.',
    },
    condition: `concluded_on BETWEEN :from AND :to AND outcome IN ('settled', 'failed')`,
  },
  {
    ...aCase,
    key: 'settled',
    name: { zh: '调解成功', en: 'Cases settled' },
    definition: {
      zh: '期内协议生效的案件，按协议生效日统计。',
      en: 'Cases whose agreement came into force in the period, by that day.',
    },
    condition: `concluded_on BETWEEN :from AND :to AND outcome = 'settled'`,
  },
  {
    ...aCase,
    key: 'failed',
    name: { zh: '调解不成', en: 'Cases failed' },
    definition: {
      zh: '期内调解不成的案件，按终止日统计。',
      en: 'Cases that ended without agreement in the period, by that day.',
    },
    condition: `concluded_on BETWEEN :from AND :to AND outcome = 'failed'`,
  },
  {
    ...aCase,
    key: 'withdrawn',
    name: { zh: '撤回', en: 'Cases withdrawn' },
    definition: {
      zh: '期内申请人撤回的案件，按撤回日统计；不计入结案。',
      en: 'Cases withdrawn in the period, by that day; not counted as concluded.',
    },
    condition: `concluded_on BETWEEN :from AND :to AND outcome = 'withdrawn'`,
  },
  {
    ...aCase,
    key: 'declined',
    name: { zh: '不予受理', en: 'Cases declined' },
    definition: {
      zh: '期内不予受理的案件，按决定日统计；不计入结案。',
      en: 'Cases declined in the period, by the day of the decision; not counted as concluded.',
    },
    condition: `concluded_on BETWEEN :from AND :to AND outcome = 'declined'`,
  },
  {
    ...aCase,
    key: 'overdue',
    name: { zh: '超期在办', en: 'Overdue and open' },
    definition: {
      zh: '此刻仍未办结、且有期限已过而应办事项未办的案件；与所选期间无关。',
      en: 'Cases that are open now with a limit that ran out before its act was done; the period does not apply.',
    },
    condition: `concluded_on IS NULL AND (decision_overdue_since IS NOT NULL OR conclusion_overdue_since IS NOT NULL)`,
  },
];
