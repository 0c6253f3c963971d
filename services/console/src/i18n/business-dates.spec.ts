import { describe, expect, it } from '@jest/globals';
import { dateOf, daysBetween, lastDayOf } from './business-dates';

describe('the business date of an instant', () => {
  it('is the day in Shanghai, wherever the browser stands', () => {
    expect(dateOf('2026-11-22T15:59:59Z')).toBe('2026-11-22');
    expect(dateOf('2026-11-22T16:00:00Z')).toBe('2026-11-23');
  });
});

describe('the last day of a limit', () => {
  it('is the day before, where the limit ends at midnight', () => {
    expect(lastDayOf('2026-12-08T16:00:00Z')).toBe('2026-12-08');
  });

  it('is its own day, where the limit ends within working hours', () => {
    expect(lastDayOf('2026-12-08T06:00:00Z')).toBe('2026-12-08');
  });
});

describe('the days between two dates', () => {
  it('are counted over the end of a year', () => {
    expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3);
  });

  it('are negative when the limit has passed', () => {
    expect(daysBetween('2026-11-22', '2026-11-20')).toBe(-2);
  });
});
