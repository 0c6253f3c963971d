import type { z } from 'zod';
import { CursorInvalid } from './http.errors';

/** Where the next page of a list begins, opaque to clients. */
export function writeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** The position that {@link writeCursor} wrote; whatever has not its shape is refused, naming the field. */
export function readCursor<Position>(shape: z.ZodType<Position>, cursor: string): Position {
  const read = shape.safeParse(parsed(cursor));
  if (read.success) return read.data;
  throw new CursorInvalid();
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
