import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMonths, dayNumber, isoDate, weekday } from './business-day';

const anyDay = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2100-12-31') });

describe('a business date', () => {
  it('counts days as the calendar does', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * 86_400_000);

        expect(isoDate(day)).toBe(date.toISOString().slice(0, 10));
        expect(dayNumber(isoDate(day))).toBe(day);
        expect(weekday(day)).toBe(date.getUTCDay());
      }),
    );
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-1',
    '26-04-01',
    '2026-04-01T00:00:00Z',
    '',
    'tomorrow',
  ])('is refused where no such day exists: %j', (date) => {
    expect(() => dayNumber(date)).toThrow(expect.objectContaining({ code: 'INVALID_BUSINESS_DATE', field: 'date' }));
  });
});

describe('adding months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2023-02-28', 12, '2024-02-28'],
    ['2026-05-31', -3, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(isoDate(addMonths(dayNumber(from), months))).toBe(to);
  });
});
