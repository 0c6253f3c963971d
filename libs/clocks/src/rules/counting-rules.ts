import { known, type LocalisedText } from '@accord/case-model';
import { cite, civilProcedureLaw } from './legal-source';

interface CountingRule {
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly basis: LocalisedText;
}

/**
 * Where "the day of the event is not counted, and a last day off moves to the day after" stands. The article is cited
 * only for the text that was read; earlier texts said the same under other numbers.
 */
export const countingRules: readonly CountingRule[] = [
  {
    validFrom: null,
    validTo: '2023-12-31',
    basis: { zh: '民事诉讼法关于期间的规定', en: 'the Civil Procedure Law’s provisions on periods' },
  },
  { validFrom: '2024-01-01', validTo: null, basis: cite(civilProcedureLaw, 85) },
];

/** Where the way of counting stands, for a period that began on `startedOn`. */
export function countingBasis(startedOn: string): LocalisedText {
  const rule = countingRules.find(
    ({ validFrom, validTo }) => (validFrom === null || validFrom <= startedOn) && (validTo === null || startedOn <= validTo),
  );
  return known(rule, 'the counting rules leave no day out').basis;
}
