import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayNumber, isoDate } from '../calendar/business-day';
import { nationalCalendar } from '../calendar/national-calendar';
import type { ClockRule } from '../rules/clock-rule';
import { own } from '../rules/rule-forms';
import { dueDate } from './due-date';

const rule = (unit: ClockRule['unit'], length: number, over: Partial<ClockRule> = {}) =>
  own({ key: 'fed.test', name: { zh: '测试', en: 'test' }, startEvent: { zh: '收到', en: 'received' }, unit, length, ...over });

const anyDate = fc.integer({ min: dayNumber('2003-12-01'), max: dayNumber('2027-03-31') }).map(isoDate);
const anyInstant = fc
  .integer({ min: Date.parse('2004-01-01T00:00:00Z') / 60_000, max: Date.parse('2027-03-31T00:00:00Z') / 60_000 })
  .map((minute) => new Date(minute * 60_000));
const anyLength = fc.integer({ min: 1, max: 60 });
const dayUnit = fc.constantFrom<ClockRule['unit']>('calendar_day', 'working_day', 'month');

describe('a due date', () => {
  it('never moves forward when the start moves back', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyLength, dayUnit, (one, other, length, unit) => {
        const [earlier, later] = [one, other].sort() as [string, string];
        const clock = rule(unit, length);

        expect(dueDate({ rule: clock, start: earlier }).dueOn <= dueDate({ rule: clock, start: later }).dueOn).toBe(true);
      }),
    );
  });

  it('never moves back when the limit is longer', () => {
    fc.assert(
      fc.property(anyDate, anyLength, dayUnit, (start, length, unit) => {
        const [shorter, longer] = [length, length + 1].map((n) => dueDate({ rule: rule(unit, n), start }).dueOn) as [
          string,
          string,
        ];

        expect(shorter <= longer).toBe(true);
        if (unit === 'working_day') expect(shorter < longer).toBe(true);
      }),
    );
  });

  it('is a working day wherever the rule counts or rolls to one', () => {
    fc.assert(
      fc.property(anyDate, anyLength, dayUnit, (start, length, unit) => {
        const { dueOn } = dueDate({ rule: rule(unit, length), start });

        expect(nationalCalendar.isWorkingDay(dueOn)).toBe(true);
        expect(dueOn > start).toBe(true);
      }),
    );
  });

  it('leaves exactly as many working days after the start as the rule says', () => {
    fc.assert(
      fc.property(anyDate, anyLength, (start, length) => {
        const { dueOn } = dueDate({ rule: rule('working_day', length), start });
        let worked = 0;
        for (let day = dayNumber(start) + 1; day <= dayNumber(dueOn); day += 1)
          worked += nationalCalendar.isWorkingDay(isoDate(day)) ? 1 : 0;

        expect(worked).toBe(length);
      }),
    );
  });

  it('is provisional exactly where the calendar does not reach', () => {
    fc.assert(
      fc.property(anyDate, anyLength, (start, length) => {
        const { dueOn, provisional, explanation } = dueDate({ rule: rule('working_day', length), start });

        expect(provisional).toBe(start < '2004-01-01' || dueOn > '2026-12-31');
        expect(explanation.zh.includes('暂定')).toBe(provisional);
      }),
    );
  });

  it('of a limit that no day off can move is never provisional', () => {
    expect(dueDate({ rule: rule('year', 10, { roll: 'none' }), start: '2026-05-01' })).toMatchObject({
      dueOn: '2036-05-01',
      provisional: false,
    });
  });

  it('in working hours falls inside working time, and later for a later start', () => {
    fc.assert(
      fc.property(anyInstant, anyInstant, fc.integer({ min: 1, max: 40 }), (one, other, length) => {
        const clock = rule('working_hour', length);
        const [first, second] = [one, other].sort((a, b) => a.getTime() - b.getTime()) as [Date, Date];
        const [due, next] = [dueDate({ rule: clock, start: first }), dueDate({ rule: clock, start: second })];
        const minuteOfDay = Math.floor((due.dueAt.getTime() + 8 * 3_600_000) / 60_000) % 1440;

        expect(due.dueAt <= next.dueAt).toBe(true);
        expect(nationalCalendar.isWorkingDay(due.dueOn)).toBe(true);
        expect((minuteOfDay > 540 && minuteOfDay <= 720) || (minuteOfDay > 780 && minuteOfDay <= 1020)).toBe(true);
      }),
    );
  });
});
