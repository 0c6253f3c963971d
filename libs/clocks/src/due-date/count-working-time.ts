import { businessDate, startOfBusinessDay } from '@accord/case-model';
import { dayNumber, type DayNumber, isoDate } from '../calendar/business-day';
import type { WorkingCalendar } from '../calendar/working-calendar';
import type { WorkingHours } from './working-hours';

export interface WorkingTimeCount {
  readonly dueAt: Date;
  readonly skipped: readonly DayNumber[];
  readonly makeUpDays: readonly DayNumber[];
}

/**
 * Adds working time to an instant. A start outside the windows waits for the next one; time that ends with a window
 * is due at the window's end, not at the start of the next.
 */
export function countWorkingTime(
  start: Date,
  milliseconds: number,
  calendar: WorkingCalendar,
  hours: WorkingHours,
): WorkingTimeCount {
  const [skipped, makeUpDays]: [DayNumber[], DayNumber[]] = [[], []];
  const firstDate = businessDate(start);
  let day = dayNumber(firstDate);
  let from = start.getTime() - startOfBusinessDay(firstDate).getTime();
  let left = milliseconds;
  for (; ; day += 1, from = 0) {
    if (!calendar.isWorking(day)) {
      skipped.push(day);
      continue;
    }
    if (calendar.kindOf(day) === 'make_up_day') makeUpDays.push(day);
    for (const span of hours.spans) {
      const begin = Math.max(from, span.from);
      const available = Math.max(0, span.to - begin);
      if (left <= available)
        return { dueAt: new Date(startOfBusinessDay(isoDate(day)).getTime() + begin + left), skipped, makeUpDays };
      left -= available;
    }
  }
}
