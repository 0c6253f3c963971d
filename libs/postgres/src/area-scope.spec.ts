import { describe, expect, it } from '@jest/globals';
import { areaCondition } from './area-scope';

describe('narrowing a query to somebody’s areas', () => {
  it('gives one prefix per area, which an index can serve', () => {
    expect(areaCondition('area_code', { areas: ['320505', '3206'] })).toBe(`(area_code ^@ '320505' OR area_code ^@ '3206')`);
  });

  it('finds nothing for nobody’s areas', () => {
    expect(areaCondition('area_code', { areas: [] })).toBe('(false)');
  });

  it('takes division codes only', () => {
    expect(() => areaCondition('area_code', { areas: [`3205' OR true --`] })).toThrow('Not a division code');
  });
});
