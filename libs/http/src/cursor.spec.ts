import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { readCursor, writeCursor } from './cursor';

const Position = z.tuple([z.iso.datetime(), z.uuid()]);
const BEHIND = ['2026-03-02T10:00:00.000Z', '0198b2c4-0000-7000-8000-000000000001'] as const;

describe('a cursor', () => {
  it('leads back to where its page ended', () => {
    expect(readCursor(Position, writeCursor(BEHIND))).toEqual(BEHIND);
  });

  it.each([
    ['that is no cursor at all', '%%'],
    ['of another list', writeCursor({ at: BEHIND[0] })],
    ['whose end was cut off', writeCursor(BEHIND).slice(0, -3)],
    ['with a day that does not exist', writeCursor(['2026-13-45T00:00:00Z', BEHIND[1]])],
  ])('%s is refused, naming the field', (_, cursor) => {
    expect(() => readCursor(Position, cursor)).toThrow(expect.objectContaining({ code: 'CURSOR_INVALID', field: 'cursor' }));
  });
});
