import { addMonths, type DayNumber } from '../calendar/business-day';
import type { WorkingCalendar } from '../calendar/working-calendar';
import type { ClockRule } from '../rules/clock-rule';

/** Days from `from` up to but not including `to`, during which the clock stood still. */
export interface StoppedDays {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** A period counted in days: where it ends, and which days on the way make the answer what it is. */
export interface Count {
  /** The last day before any roll. */
  readonly end: DayNumber;
  /** Days off that were not counted, in order. */
  readonly skipped: readonly DayNumber[];
  readonly makeUpDays: readonly DayNumber[];
  readonly stopped: readonly DayNumber[];
}

type DayRule = Pick<ClockRule, 'length' | 'unit' | 'direction'>;

/** Counts a rule in days, months or years. The day of the event is never counted. */
export function countDays(rule: DayRule, start: DayNumber, calendar: WorkingCalendar, stops: readonly StoppedDays[] = []): Count {
  if (rule.unit === 'working_day') return stepDays(rule, start, stops, (day) => calendar.isWorking(day), calendar);
  if (rule.unit === 'calendar_day' && stops.length > 0) return stepDays(rule, start, stops, () => true, calendar);
  const forward = rule.direction === 'after' ? 1 : -1;
  const end =
    rule.unit === 'calendar_day'
      ? start + forward * rule.length
      : addMonths(start, forward * rule.length * (rule.unit === 'year' ? 12 : 1));
  return lengthened(end, start, stops);
}

function stepDays(
  { length, direction }: DayRule,
  start: DayNumber,
  stops: readonly StoppedDays[],
  counts: (day: DayNumber) => boolean,
  calendar: WorkingCalendar,
): Count {
  const forward = direction === 'after' ? 1 : -1;
  const [skipped, makeUpDays, stopped]: [DayNumber[], DayNumber[], DayNumber[]] = [[], [], []];
  let day = start;
  let left = length;
  while (left > 0) {
    day += forward;
    if (isStopped(day, stops)) stopped.push(day);
    else if (!counts(day)) skipped.push(day);
    else {
      left -= 1;
      if (calendar.kindOf(day) === 'make_up_day') makeUpDays.push(day);
    }
  }
  return { end: day, skipped, makeUpDays, stopped };
}

/** Months and years move by as many days as the clock stood still before its end. */
function lengthened(end: DayNumber, start: DayNumber, stops: readonly StoppedDays[]): Count {
  const stopped: DayNumber[] = [];
  let last = end;
  for (let day = start + 1; stops.length > 0 && day <= last; day += 1) {
    if (!isStopped(day, stops)) continue;
    stopped.push(day);
    last += 1;
  }
  return { end: last, skipped: [], makeUpDays: [], stopped };
}

function isStopped(day: DayNumber, stops: readonly StoppedDays[]): boolean {
  return stops.some(({ from, to }) => day >= from && day < to);
}

/** The days off from `end` up to the next working day: empty where `end` is a working day itself. */
export function daysRolledOver(end: DayNumber, calendar: WorkingCalendar): DayNumber[] {
  const rolled: DayNumber[] = [];
  for (let day = end; !calendar.isWorking(day); day += 1) rolled.push(day);
  return rolled;
}
