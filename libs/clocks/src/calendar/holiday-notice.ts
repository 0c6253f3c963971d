import type { LocalisedText } from '@accord/case-model';
import { civilDate } from './business-day';
import { HolidayNoticeInvalid } from './calendar.errors';

/** One holiday of a notice: the days nobody works, and the weekend days worked in exchange. All dates `YYYY-MM-DD`. */
export interface HolidayPeriod {
  readonly name: LocalisedText;
  readonly daysOff: readonly string[];
  /** Those of `daysOff` that are off in exchange for a make-up day (调休), not by the holiday itself. */
  readonly inLieu?: readonly string[];
  readonly makeUpDays?: readonly string[];
}

/**
 * The days off and make-up working days that an authority announces for a year. The State Council's yearly notice
 * covers the `whole_year`; a province's or federation's extra days are `additional` and leave the coverage as it is.
 */
export interface HolidayNotice {
  readonly year: number;
  readonly scope: 'whole_year' | 'additional';
  /** Who announced it, with its number; shown where the calendar is explained. */
  readonly issuedBy?: LocalisedText;
  readonly holidays: readonly HolidayPeriod[];
}

/** A notice may reach into the December before its year (New Year's Day often does), and no further. */
export function requireConsistentNotice({ year, holidays }: HolidayNotice): void {
  if (!Number.isInteger(year) || year < 1950 || year > 2200) {
    throw new HolidayNoticeInvalid({ zh: `年份 ${year} 无效。`, en: `${year} is not a year a notice can be for.` }, 'year', {
      year,
    });
  }
  const seen = new Map<string, 'off' | 'working'>();
  holidays.forEach(({ daysOff, inLieu = [], makeUpDays = [] }, index) => {
    const field = `holidays.${index}`;
    for (const date of daysOff) note(seen, date, 'off', year, `${field}.daysOff`);
    for (const date of makeUpDays) note(seen, date, 'working', year, `${field}.makeUpDays`);
    const stray = inLieu.find((date) => !daysOff.includes(date));
    if (stray !== undefined) {
      throw new HolidayNoticeInvalid(
        { zh: `调休日 ${stray} 不在放假日期之内。`, en: `${stray} is given as a day in lieu but not as a day off.` },
        `${field}.inLieu`,
        { date: stray },
      );
    }
  });
}

function note(seen: Map<string, 'off' | 'working'>, date: string, as: 'off' | 'working', year: number, field: string): void {
  const { year: ownYear, month } = civilDate(date);
  if (ownYear !== year && !(ownYear === year - 1 && month === 12)) {
    throw new HolidayNoticeInvalid(
      { zh: `${date} 不属于 ${year} 年的安排。`, en: `${date} does not belong to a notice for ${year}.` },
      field,
      { date, year },
    );
  }
  const before = seen.get(date);
  if (before !== undefined && before !== as) {
    throw new HolidayNoticeInvalid(
      { zh: `${date} 同时列为放假和上班。`, en: `${date} is given both as a day off and as a working day.` },
      field,
      { date },
    );
  }
  seen.set(date, as);
}
