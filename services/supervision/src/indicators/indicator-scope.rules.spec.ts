import { describe, expect, it } from '@jest/globals';
import { rateOf } from './indicator-definition';
import { digitsOfParts, scopeOf, touches } from './indicator-scope.rules';

describe('the period of a report', () => {
  it.each([
    [{}, '2026-01-01', '2026-06-30'],
    [{ from: '2026-03-01' }, '2026-03-01', '2026-06-30'],
    [{ to: '2025-09-30' }, '2025-01-01', '2025-09-30'],
    [{ from: '2025-10-01', to: '2025-10-01' }, '2025-10-01', '2025-10-01'],
  ])('for %j is this year until today where it is left open', (asked, from, to) => {
    expect(scopeOf(asked, '2026-06-30')).toMatchObject({ from, to });
  });

  it('may not end before it begins', () => {
    expect(() => scopeOf({ from: '2026-03-02', to: '2026-03-01' }, '2026-06-30')).toThrow(
      expect.objectContaining({ code: 'PERIOD_REVERSED', field: 'from' }),
    );
  });
});

describe('asking for an area', () => {
  it.each([
    [null, true],
    ['320505', true],
    ['320505001', true],
    ['3205', true],
    ['320506', false],
    ['3206', false],
  ])('%s with a grant for 320505 is allowed: %s', (area, allowed) => {
    expect(touches(area, ['320505'])).toBe(allowed);
  });

  it('shows the next level down', () => {
    expect([null, '32', '3205', '320505', '320505001', '320505001002'].map(digitsOfParts)).toEqual([6, 6, 6, 9, 12, 12]);
  });
});

describe('a rate', () => {
  it('is shown from five below the line on', () => {
    expect([rateOf(4, 4), rateOf(4, 5), rateOf(0, 0), rateOf(3, null)]).toEqual([null, 0.8, null, null]);
  });
});
