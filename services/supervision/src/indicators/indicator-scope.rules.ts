import type { IndicatorQuery } from '@accord/contracts';
import { PeriodReversed } from './indicators.errors';

/** What a figure is asked for: both dates inclusive; null stands for every area that the asker may see. */
export interface IndicatorScope {
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly area: string | null;
}

/** Left out, the period is the calendar year of its last day, and the last day is today. */
export function scopeOf({ from, to, area }: IndicatorQuery, today: string): IndicatorScope {
  const last = to ?? today;
  const first = from ?? `${last.slice(0, 4)}-01-01`;
  if (first > last) throw new PeriodReversed(first, last);
  return { from: first, to: last, today, area: area ?? null };
}

/** An area may be asked for when it lies in one that is granted, or contains one; then only the granted part is counted. */
export function touches(area: string | null, granted: readonly string[]): boolean {
  return area === null || granted.some((own) => area.startsWith(own) || own.startsWith(area));
}

/** How many digits of an area code tell the parts of the area apart: 4 a city, 6 a district, 9 a town, 12 a village. */
export function digitsOfParts(area: string | null): number {
  const digits = area?.length ?? 0;
  if (digits < 6) return 6;
  return digits < 9 ? 9 : 12;
}
