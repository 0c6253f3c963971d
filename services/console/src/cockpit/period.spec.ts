import { describe, expect, it } from '@jest/globals';
import { askedFor, periodOf } from './period';

describe('a preset period', () => {
  it('runs until today for what is not over', () => {
    expect(periodOf('thisMonth', '2026-11-22')).toEqual({ from: '2026-11-01', to: '2026-11-22' });
    expect(periodOf('thisYear', '2026-11-22')).toEqual({ from: '2026-01-01', to: '2026-11-22' });
  });

  it('covers the whole of what is over, also across a year and in February', () => {
    expect(periodOf('lastMonth', '2026-01-05')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    expect(periodOf('lastMonth', '2028-03-31')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(periodOf('lastYear', '2026-11-22')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  });
});

describe('the period in the address bar', () => {
  it('is passed on where it is a date, and left to the server where it is not', () => {
    const filter = {
      values: { from: '2026-01-01', to: 'yesterday', area: '320505' },
      set: () => undefined,
      clear: () => undefined,
    };

    expect(askedFor(filter)).toEqual({ from: '2026-01-01', area: '320505' });
  });
});
