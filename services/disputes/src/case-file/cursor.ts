import { DomainError } from '@accord/case-model';
import type { z } from 'zod';

/** Where the next page of a list begins, opaque to clients. */
export function writeCursor(position: readonly string[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

export function readCursor<Position>(shape: z.ZodType<Position>, cursor: string): Position {
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new CursorInvalid();
  }
}

/** The cursor is not one that a page of this list handed out. */
export class CursorInvalid extends DomainError {
  readonly code = 'CURSOR_INVALID';
  readonly kind = 'invalid';
  override readonly field = 'cursor';

  constructor() {
    super({ zh: '翻页位置无效，请从第一页重新查询。', en: 'This is not a cursor of this list; start from the first page.' });
  }
}
