import { expect, it } from '@jest/globals';
import { z } from 'zod';
import { newKey } from './new-key';

it('makes a random UUID of version 4 without the browser’s own generator', () => {
  const keys = Array.from({ length: 50 }, newKey);

  expect(keys.every((key) => z.uuidv4().safeParse(key).success)).toBe(true);
  expect(new Set(keys).size).toBe(50);
});
