import type { LocalisedText } from '@accord/case-model';
import { type DayNumber, dayNumber, isoDate, isWeekend } from './business-day';
import { type HolidayNotice, requireConsistentNotice } from './holiday-notice';

/**
 * - `working_day`: an ordinary weekday
 * - `make_up_day`: a weekend day worked in exchange for a day off (调休上班)
 * - `weekend`: a weekly rest day
 * - `holiday`: off by a notice, including the weekend days inside the announced period
 * - `in_lieu`: a weekday off in exchange for a make-up day
 */
export type DayKind = 'working_day' | 'make_up_day' | 'weekend' | 'holiday' | 'in_lieu';

/** What the calendar knows of one day. */
export interface CalendarDay {
  readonly date: string;
  readonly kind: DayKind;
  /** The holiday that makes it a day off or a make-up day; null on ordinary weekdays and weekends. */
  readonly holiday: LocalisedText | null;
  /** False where no yearly notice covers the day: then `kind` follows the weekday alone and may still change. */
  readonly covered: boolean;
}

interface SpecialDay {
  readonly kind: DayKind;
  readonly holiday: LocalisedText;
}

export interface Coverage {
  readonly start: string;
  readonly end: string;
}

/**
 * Working days of business time. Immutable: {@link withNotice} gives a new calendar. Days outside the coverage are
 * answered by their weekday and flagged by {@link covers}; whoever computes with them must say so.
 */
export class WorkingCalendar {
  readonly #coverageStart: DayNumber;
  readonly #coverageEnd: DayNumber;

  private constructor(
    private readonly specialDays: ReadonlyMap<DayNumber, SpecialDay>,
    readonly coverage: Coverage,
  ) {
    this.#coverageStart = dayNumber(coverage.start);
    this.#coverageEnd = dayNumber(coverage.end);
  }

  /** A calendar from whole-year notices of consecutive years, in any order. */
  static fromNotices(notices: readonly HolidayNotice[]): WorkingCalendar {
    const [first, ...rest] = [...notices].sort((a, b) => a.year - b.year);
    if (first === undefined) throw new Error('A calendar needs at least one notice.');
    requireConsistentNotice(first);
    const start = new WorkingCalendar(specialDaysOf(first), { start: `${first.year}-01-01`, end: `${first.year}-12-31` });
    return rest.reduce((calendar, notice) => calendar.withNotice(notice), start);
  }

  /** The last day that a yearly notice covers, `YYYY-MM-DD`. */
  get coverageEnd(): string {
    return this.coverage.end;
  }

  /**
   * This calendar with another notice laid over it; where both speak of a day, the later notice holds. The coverage
   * grows only by a whole-year notice for the year right after it (or before it): a gap is never bridged by guessing.
   */
  withNotice(notice: HolidayNotice): WorkingCalendar {
    requireConsistentNotice(notice);
    const days = new Map([...this.specialDays, ...specialDaysOf(notice)]);
    return new WorkingCalendar(days, notice.scope === 'whole_year' ? grown(this.coverage, notice.year) : this.coverage);
  }

  /** True for ordinary weekdays and make-up days. Outside the coverage an answer by weekday: check {@link covers}. */
  isWorkingDay(date: string): boolean {
    return this.isWorking(dayNumber(date));
  }

  /** True for days off by a notice: the statutory holiday, the weekend days in its announced period, days in lieu. False for plain weekends. */
  isHoliday(date: string): boolean {
    const kind = this.kindOf(dayNumber(date));
    return kind === 'holiday' || kind === 'in_lieu';
  }

  isMakeUpDay(date: string): boolean {
    return this.kindOf(dayNumber(date)) === 'make_up_day';
  }

  /** True where a yearly notice stands behind what the calendar says of this day. */
  covers(date: string): boolean {
    return this.coversDay(dayNumber(date));
  }

  dayOf(date: string): CalendarDay {
    const day = dayNumber(date);
    return { date, kind: this.kindOf(day), holiday: this.holidayOf(day), covered: this.coversDay(day) };
  }

  /** The first working day after `date`, which itself is never the answer. */
  nextWorkingDay(date: string): string {
    let day = dayNumber(date) + 1;
    while (!this.isWorking(day)) day += 1;
    return isoDate(day);
  }

  isWorking(day: DayNumber): boolean {
    const special = this.specialDays.get(day);
    return special === undefined ? !isWeekend(day) : special.kind === 'make_up_day';
  }

  kindOf(day: DayNumber): DayKind {
    return this.specialDays.get(day)?.kind ?? (isWeekend(day) ? 'weekend' : 'working_day');
  }

  holidayOf(day: DayNumber): LocalisedText | null {
    return this.specialDays.get(day)?.holiday ?? null;
  }

  coversDay(day: DayNumber): boolean {
    return day >= this.#coverageStart && day <= this.#coverageEnd;
  }
}

function specialDaysOf({ holidays }: HolidayNotice): Map<DayNumber, SpecialDay> {
  const days = new Map<DayNumber, SpecialDay>();
  for (const { name, daysOff, inLieu = [], makeUpDays = [] } of holidays) {
    for (const date of daysOff) days.set(dayNumber(date), { kind: 'holiday', holiday: name });
    for (const date of inLieu) days.set(dayNumber(date), { kind: 'in_lieu', holiday: name });
    for (const date of makeUpDays) days.set(dayNumber(date), { kind: 'make_up_day', holiday: name });
  }
  return days;
}

function grown(coverage: Coverage, year: number): Coverage {
  if (year === Number(coverage.end.slice(0, 4)) + 1) return { ...coverage, end: `${year}-12-31` };
  if (year === Number(coverage.start.slice(0, 4)) - 1) return { ...coverage, start: `${year}-01-01` };
  return coverage;
}
