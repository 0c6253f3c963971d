import { useEffect, useState } from 'react';
import { BUSINESS_ZONE, dateOf, daysBetween, lastDayOf } from './business-dates';
import { type Language, languageTag, useLanguage } from './language';

export interface Dates {
  /** 2026-11-22 as 2026年11月22日, or 22 Nov 2026. */
  day(date: string): string;
  /** The same without the year where it is this year's. */
  shortDay(date: string): string;
  moment(instant: string): string;
  /** A limit: the day alone where it runs to the day's end, with its hour otherwise. */
  deadline(dueAt: string): string;
  /** “3 天前”, “in 2 hours”. */
  fromNow(instant: string, now: number): string;
}

function endsWithDay(dueAt: string): boolean {
  return lastDayOf(dueAt) !== dateOf(Date.parse(dueAt) + 60_000);
}

function datesIn(language: Language): Dates {
  const tag = languageTag(language);
  const zoned = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(tag, { timeZone: BUSINESS_ZONE, ...options });
  const long = zoned({ year: 'numeric', month: language === 'zh' ? 'long' : 'short', day: 'numeric' });
  const short = zoned({ month: language === 'zh' ? 'long' : 'short', day: 'numeric' });
  const time = zoned({ hour: '2-digit', minute: '2-digit', hour12: false });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const noon = (date: string): Date => new Date(`${date}T12:00:00+08:00`);
  const isThisYear = (date: string): boolean => date.slice(0, 4) === dateOf(Date.now()).slice(0, 4);
  const shortDay = (date: string): string => (isThisYear(date) ? short : long).format(noon(date));

  const moment = (instant: string): string => `${shortDay(dateOf(instant))} ${time.format(new Date(instant))}`;

  return {
    day: (date) => long.format(noon(date)),
    shortDay,
    moment,
    deadline: (dueAt) => (endsWithDay(dueAt) ? shortDay(lastDayOf(dueAt)) : moment(dueAt)),
    fromNow: (instant, now) => {
      const minutes = (Date.parse(instant) - now) / 60_000;
      if (Math.abs(minutes) < 60) return relative.format(Math.round(minutes), 'minute');
      if (Math.abs(minutes) < 24 * 60) return relative.format(Math.round(minutes / 60), 'hour');
      return relative.format(daysBetween(dateOf(now), dateOf(instant)), 'day');
    },
  };
}

const byLanguage = { zh: datesIn('zh'), en: datesIn('en') };

export function useDates(): Dates {
  return byLanguage[useLanguage().language];
}

/** The present, renewed every half minute so that countdowns move. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
