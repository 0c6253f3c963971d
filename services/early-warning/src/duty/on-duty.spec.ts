import { describe, expect, it } from '@jest/globals';
import { areasAround, OnDuty } from './on-duty';

describe('who is on duty', () => {
  it.each([
    ['for the town itself', ['320505002'], '320505002', false],
    ['for the district around it', ['320505'], '320505002', false],
    ['for another town', ['320505001'], '320505002', true],
    ['only below', ['320505002'], '320505', true],
    ['nowhere', [], '320505002', true],
  ])('%s: nobody is told is %s', (_, areas, areaCode, missesOut) => {
    expect(new OnDuty(areas).missesOut(areaCode)).toBe(missesOut);
  });

  it('is not guessed before any staff is known', () => {
    expect(OnDuty.unknown.missesOut('320505002')).toBe(false);
  });

  it('is asked for the area and all around it', () => {
    expect(areasAround('320505002')).toEqual(['32', '3205', '320505', '320505002']);
  });
});
