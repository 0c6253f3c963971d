import type { IndicatorQuery } from '@accord/contracts';
import { dateOf } from '../i18n/business-dates';
import type { Filter } from '../record/filter';

export type CockpitFilterName = 'from' | 'to' | 'area' | 'of' | 'step' | 'part';
export type Preset = 'thisMonth' | 'lastMonth' | 'thisYear' | 'lastYear';
export const PRESETS: Preset[] = ['thisMonth', 'lastMonth', 'thisYear', 'lastYear'];

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The period and area in the address bar; what is malformed there is left to the server's default. */
export function askedFor({ values: { from, to, area } }: Filter<CockpitFilterName>): IndicatorQuery {
  return {
    ...(from !== undefined && DATE.test(from) ? { from } : {}),
    ...(to !== undefined && DATE.test(to) ? { to } : {}),
    ...(area === undefined ? {} : { area }),
  };
}

export function periodOf(preset: Preset, today = dateOf(Date.now())): { from: string; to: string } {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  switch (preset) {
    case 'thisMonth':
      return { from: `${today.slice(0, 7)}-01`, to: today };
    case 'lastMonth':
      return { from: isoDay(year, month - 2, 1), to: isoDay(year, month - 1, 0) };
    case 'thisYear':
      return { from: `${year}-01-01`, to: today };
    case 'lastYear':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  }
}

function isoDay(year: number, monthIndex: number, day: number): string {
  return new Date(Date.UTC(year, monthIndex, day)).toISOString().slice(0, 10);
}
