import type { IndicatorRow } from '@accord/contracts';
import { InvalidInput } from '@accord/http';
import { z } from 'zod';

const Cursor = z.object({ openedAt: z.iso.datetime(), id: z.uuid() });
export type IndicatorCursor = z.infer<typeof Cursor>;

export function cursorAfter({ openedAt, id }: IndicatorRow): string {
  return Buffer.from(JSON.stringify({ openedAt, id })).toString('base64url');
}

/** Reads a cursor that {@link cursorAfter} wrote; refuses any other, naming the field. */
export function readCursor(text: string): IndicatorCursor {
  const read = Cursor.safeParse(parsed(text));
  if (read.success) return read.data;
  throw new InvalidInput([{ field: 'cursor', message: text.slice(0, 40) }]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
}
