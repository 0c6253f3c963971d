import { InvalidBusinessDate } from './calendar.errors';

/** A calendar date as a count of days since 1970-01-01; adding 1 is the next day, whatever the month. */
export type DayNumber = number;

const LAST_DAY_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function lastDayOfMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (LAST_DAY_OF_MONTH[month - 1] as number);
}

/** Reads `YYYY-MM-DD`. Throws {@link InvalidBusinessDate} for anything else, also for a day that does not exist. */
export function civilDate(date: string): CivilDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) throw new InvalidBusinessDate(date);
  const civil = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  if (civil.month < 1 || civil.month > 12 || civil.day < 1 || civil.day > lastDayOfMonth(civil.year, civil.month)) {
    throw new InvalidBusinessDate(date);
  }
  return civil;
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar; integer arithmetic only, no time zone. */
export function dayNumberOf({ year, month, day }: CivilDate): DayNumber {
  const shifted = month > 2 ? year : year - 1; // years begin in March, so that 29 February is a year's last day
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

export function dayNumber(date: string): DayNumber {
  return dayNumberOf(civilDate(date));
}

export function civilDateOf(day: DayNumber): CivilDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** `YYYY-MM-DD`. */
export function isoDate(day: DayNumber): string {
  const { year, month, day: dayOfMonth } = civilDateOf(day);
  const digits = (number: number) => (number < 10 ? `0${number}` : `${number}`);
  return `${String(year).padStart(4, '0')}-${digits(month)}-${digits(dayOfMonth)}`;
}

/** 0 is Sunday, 6 Saturday. */
export function weekday(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7;
}

export function isWeekend(day: DayNumber): boolean {
  const number = weekday(day);
  return number === 0 || number === 6;
}

/** The same day `months` later; where that month has no such day, its last day (31 January + 1 month = 28 or 29 February). */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const from = civilDateOf(day);
  const count = from.year * 12 + (from.month - 1) + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return dayNumberOf({ year, month, day: Math.min(from.day, lastDayOfMonth(year, month)) });
}
