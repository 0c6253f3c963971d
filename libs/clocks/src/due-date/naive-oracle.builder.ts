import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ClockRule } from '../rules/clock-rule';

/** The source's own file, read past everything that the library does with it. */
const source = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json'), 'utf8'),
) as {
  holidays: Record<string, string>;
  workdays: Record<string, string>;
};

const nextDay = (date: string, by = 1): string => {
  const moved = new Date(`${date}T12:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + by);
  return moved.toISOString().slice(0, 10);
};

export function isWorked(date: string): boolean {
  if (date in source.workdays) return true;
  if (date in source.holidays) return false;
  return ![0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());
}

/** The last day of a limit in days, months or years, found on a paper calendar: one day after another. */
export function naiveDueOn(rule: ClockRule, start: string): string {
  const step = rule.direction === 'before' ? -1 : 1;
  let date = start;
  if (rule.unit === 'calendar_day') for (let i = 0; i < rule.length; i += 1) date = nextDay(date, step);
  else if (rule.unit === 'working_day') {
    for (let worked = 0; worked < rule.length;) {
      date = nextDay(date, step);
      if (isWorked(date)) worked += 1;
    }
  } else date = sameDayOfMonth(start, step * rule.length * (rule.unit === 'year' ? 12 : 1));
  while (rule.roll === 'next_working_day' && !isWorked(date)) date = nextDay(date);
  return date;
}

function sameDayOfMonth(start: string, months: number): string {
  const [year, month, day] = start.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1, 12));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0, 12)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

/** The instant at which working time runs out, found minute by minute between 9–12 and 13–17. */
export function naiveWorkingTime(hours: number, start: Date): Date {
  let [minute, left] = [start.getTime(), hours * 60];
  while (left > 0) {
    const local = new Date(minute + 8 * 3_600_000);
    const hour = local.getUTCHours();
    if (isWorked(local.toISOString().slice(0, 10)) && hour >= 9 && hour < 17 && hour !== 12) left -= 1;
    minute += 60_000;
  }
  return new Date(minute);
}
