import { describe, expect, it } from '@jest/globals';
import { ruleInForce } from '../rules/clock-catalogue';
import { dueDate } from './due-date';
import { WorkingHours } from './working-hours';

const blue = ruleInForce('fed.acknowledge.blue', '2026-11-22');
const at = (local: string) => new Date(`${local}:00+08:00`);

describe('eight working hours', () => {
  it.each([
    ['2026-11-23T09:00', '2026-11-24T10:00', 'a day has seven'],
    ['2026-11-20T16:30', '2026-11-24T09:30', 'the weekend does not count'],
    ['2026-09-30T16:00', '2026-10-08T17:00', 'the holiday does not count, and the end of a window is still in time'],
    ['2026-10-09T17:30', '2026-10-12T10:00', 'a make-up Saturday counts'],
  ])('from %s end at %s: %s', (start, end) => {
    expect(dueDate({ rule: blue, start: at(start) }).dueAt).toEqual(at(end));
  });

  it('follow the federation’s own hours', () => {
    const summer = new WorkingHours([
      { from: '08:30', to: '11:30' },
      { from: '14:00', to: '18:00' },
    ]);
    const due = dueDate({ rule: blue, start: at('2026-07-06T08:30'), workingHours: summer });

    expect(due.dueAt).toEqual(at('2026-07-07T09:30'));
    expect(due.explanation.zh).toContain('8 个工作小时（08:30–11:30, 14:00–18:00）');
  });

  it('need the instant, not the day alone', () => {
    expect(() => dueDate({ rule: blue, start: '2026-11-23' })).toThrow(
      expect.objectContaining({ code: 'CLOCK_START_NEEDS_INSTANT', field: 'start' }),
    );
  });
});

describe('working hours', () => {
  it.each([
    ['none', []],
    ['backwards', [{ from: '12:00', to: '09:00' }]],
    [
      'overlapping',
      [
        { from: '09:00', to: '13:00' },
        { from: '12:00', to: '17:00' },
      ],
    ],
    ['not a time', [{ from: '9', to: '25:00' }]],
  ])('are refused when %s', (_, windows) => {
    expect(() => new WorkingHours(windows)).toThrow(expect.objectContaining({ code: 'INVALID_WORKING_HOURS', field: 'windows' }));
  });
});
