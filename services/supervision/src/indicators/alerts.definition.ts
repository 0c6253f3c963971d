import type { IndicatorDefinition } from './indicator-definition';

export const alertIndicators: readonly IndicatorDefinition[] = [
  {
    key: 'alerts',
    version: 1,
    name: { zh: '上报预警', en: 'Alerts raised' },
    definition: {
      zh: '期内上报的预警件数，按上报日统计；并案的也计入。',
      en: 'Alerts raised in the period, by the day of raising; joined ones count too.',
    },
    unit: 'alerts',
    facts: 'alert_facts',
    condition: 'raised_on BETWEEN :from AND :to',
  },
  {
    key: 'escalated',
    version: 1,
    name: { zh: '转入调解的预警', en: 'Alerts escalated to mediation' },
    definition: {
      zh: '期内转入调解的预警件数，按转入日统计，不论何时上报。',
      en: 'Alerts that went to mediation in the period, by the day of escalation, whenever they were raised.',
    },
    unit: 'alerts',
    facts: 'alert_facts',
    condition: 'escalated_on BETWEEN :from AND :to',
  },
];
