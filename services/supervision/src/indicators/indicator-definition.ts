import type { LocalisedText } from '@accord/contracts';

/** The moment of an indicator in words and in SQL: change either and the version goes up. */
export interface IndicatorDefinition {
  /** Stable; part of the address of the figure's list. */
  readonly key: string;
  readonly version: number;
  readonly name: LocalisedText;
  /** What is counted, which date the period applies to, and what is left out. Shown beside the figure. */
  readonly definition: LocalisedText;
  readonly unit: 'cases' | 'alerts';
  readonly facts: 'alert_facts' | 'case_facts';
  /** The rows it counts, as SQL over `facts`; `:from`, `:to` and `:today` are dates, both ends of the period inclusive. */
  readonly condition: string;
  /** The indicator that stands below the line; none for a plain count. */
  readonly over?: string;
}

/** A rate on fewer than this many says more about chance than about work. Source: rulebook 6, principles [D]. */
export const SMALLEST_DENOMINATOR = 5;

/** Null where the denominator is too small to be spoken of as a rate; the counts stay visible. */
export function rateOf(numerator: number, denominator: number | null): number | null {
  return denominator === null || denominator < SMALLEST_DENOMINATOR ? null : numerator / denominator;
}
