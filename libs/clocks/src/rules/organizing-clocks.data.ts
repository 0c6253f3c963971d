import type { ClockRule } from './clock-rule';
import { cite, jiangsuUnionMeasures, tradeUnionLaw } from './legal-source';
import { statutory } from './rule-forms';

const termFrom = '2022-01-01';
const elected = { zh: '工会委员会选举产生', en: 'union committee elected' };

/** Founding, dues and terms of unions: rulebook sections 2.4 and 8. */
export const organizingClocks: readonly ClockRule[] = [
  statutory({
    key: 'org.found',
    name: { zh: '依法建立工会', en: 'found a union' },
    startEvent: { zh: '开业投产或者设立', en: 'business opened' },
    length: 1,
    unit: 'year',
    validFrom: '2025-05-30',
    region: 'JS',
    basis: cite(jiangsuUnionMeasures, 5),
  }),
  statutory({
    key: 'dues.pay',
    name: { zh: '拨缴工会经费', en: 'pay the union’s two per cent' },
    startEvent: { zh: '月末', en: 'last day of the month' },
    length: 15,
    unit: 'calendar_day',
    validFrom: '2025-05-30',
    region: 'JS',
    basis: cite(jiangsuUnionMeasures, 31),
    note: {
      zh: '次月十五日前；自月末起第十五日即次月十五日。',
      en: 'By the 15th of the month: the fifteenth day after the last of the month before.',
    },
  }),
  statutory({
    key: 'union.term.3',
    name: { zh: '三年任期届满', en: 'end of a three-year term' },
    startEvent: elected,
    length: 3,
    unit: 'year',
    roll: 'none',
    validFrom: termFrom,
    basis: cite(tradeUnionLaw, 16),
  }),
  statutory({
    key: 'union.term.5',
    name: { zh: '五年任期届满', en: 'end of a five-year term' },
    startEvent: elected,
    length: 5,
    unit: 'year',
    roll: 'none',
    validFrom: termFrom,
    basis: cite(tradeUnionLaw, 16),
  }),
];
