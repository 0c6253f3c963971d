import { expect, it } from '@jest/globals';
import { stableHash } from './stable-hash';

it('gives the same numbers in every version, because rows and partitions were chosen by them', () => {
  expect(stableHash('')).toBe(2166136261);
  expect(stableHash('a')).toBe(3826002220);
  expect(stableHash('foobar')).toBe(3214735720);
});

it('spreads ids that differ in one digit only', () => {
  const shards = Array.from(
    { length: 1_600 },
    (_, n) => stableHash(`0198b2c4-0000-7000-8000-${String(n).padStart(12, '0')}`) % 16,
  );

  const counts = Array.from({ length: 16 }, (_, shard) => shards.filter((found) => found === shard).length);
  expect(Math.min(...counts)).toBeGreaterThan(50);
});
