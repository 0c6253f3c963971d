import { describe, expect, it } from '@jest/globals';
import { clockRules } from '../rules/clock-rules.data';
import type { ClockRule } from '../rules/clock-rule';
import { dueDate } from './due-date';
import { naiveDueOn, naiveWorkingTime } from './naive-oracle.builder';

/** Starts in each era of the law, so that every version of a rule meets every kind of week. */
const SITUATIONS: readonly (readonly [string, readonly string[]])[] = [
  ['in a plain week', ['2006-03-14', '2010-03-16', '2014-03-18', '2019-07-16', '2026-03-16']],
  ['before a holiday', ['2006-04-28', '2010-09-29', '2014-09-29', '2019-09-27', '2026-09-29']],
  ['before a make-up day', ['2007-12-27', '2011-01-28', '2016-02-05', '2020-01-17', '2026-04-29']],
  ['on a day off', ['2006-10-03', '2010-10-02', '2014-05-01', '2020-01-27', '2026-02-18']],
  ['on a make-up day', ['2006-01-28', '2011-01-30', '2016-02-06', '2020-04-26', '2026-09-20']],
  ['at a month’s end', ['2006-01-31', '2010-05-31', '2014-08-31', '2019-12-31', '2026-01-31']],
  ['on 29 February', ['2004-02-29', '2008-02-29', '2012-02-29', '2016-02-29', '2024-02-29']],
  ['before a year without a notice', ['2026-12-14', '2026-12-24', '2026-12-30', '2026-12-31']],
];

const DAYS: readonly ClockRule['unit'][] = ['calendar_day', 'working_day', 'month', 'year'];
const governs = ({ validFrom, validTo }: ClockRule, date: string): boolean =>
  (validFrom ?? '') <= date && date <= (validTo ?? '9999');

const rows = clockRules.flatMap((rule) =>
  SITUATIONS.flatMap(([situation, starts]) =>
    starts.filter((date) => governs(rule, date)).map((start) => ({ key: rule.key, situation, start, rule })),
  ),
);

describe('every rule agrees with a count on a paper calendar', () => {
  it.each(rows.filter(({ rule }) => DAYS.includes(rule.unit)))('$key from $start, $situation', ({ rule, start }) => {
    const due = dueDate({ rule, start });

    expect(due.dueOn).toBe(naiveDueOn(rule, start));
    expect(due.dueAt.getTime()).toBe(Date.parse(`${due.dueOn}T24:00:00+08:00`));
    expect(due.provisional).toBe((rule.unit === 'working_day' || rule.roll === 'next_working_day') && due.dueOn > '2026-12-31');
    expect(due.explanation.zh).toContain(`${rule.direction === 'before' ? '倒推至' : '届满'} ${due.dueOn}`);
    expect(due.explanation.zh).toContain(rule.basis.zh);
    expect(due.explanation.en).toContain(rule.basis.en);
  });

  it.each(rows.filter(({ rule }) => rule.unit === 'working_hour'))(
    '$key from $start, $situation, at any hour',
    ({ rule, start }) => {
      for (const time of ['08:59', '11:30', '12:40', '23:30']) {
        const instant = new Date(`${start}T${time}:00+08:00`);

        expect(dueDate({ rule, start: instant }).dueAt).toEqual(naiveWorkingTime(rule.length, instant));
      }
    },
  );

  it.each(rows.filter(({ rule }) => rule.unit === 'hour' || rule.unit === 'minute'))(
    '$key from $start, $situation, runs day and night',
    ({ rule, start }) => {
      const instant = new Date(`${start}T23:30:00+08:00`);
      const due = dueDate({ rule, start: instant });

      expect(due.dueAt.getTime() - instant.getTime()).toBe(rule.length * (rule.unit === 'hour' ? 3_600_000 : 60_000));
      expect(due.provisional).toBe(false);
    },
  );

  it('in at least one situation each', () => {
    expect(new Set(rows.map(({ rule }) => rule)).size).toBe(clockRules.length);
  });
});
