import { describe, expect, it } from '@jest/globals';
import { indicators } from './indicator-catalogue';

describe('the catalogue of indicators', () => {
  it('gives every figure a key of its own that fits into an address', () => {
    const keys = indicators.map(({ key }) => key);

    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !/^[a-z-]+$/.test(key))).toEqual([]);
  });

  it('puts below the line only figures that open a list themselves', () => {
    const below = indicators.flatMap(({ over }) => over ?? []);

    expect(below.filter((key) => !indicators.some((indicator) => indicator.key === key && indicator.over === undefined))).toEqual(
      [],
    );
  });
});
