import type { IndicatorRow } from '@accord/contracts';
import { writeCursor } from '@accord/http';
import { z } from 'zod';

/** Where a page of the rows behind a figure ended. */
export const IndicatorCursor = z.object({ openedAt: z.iso.datetime(), id: z.uuid() });
export type IndicatorCursor = z.infer<typeof IndicatorCursor>;

export function cursorAfter({ openedAt, id }: IndicatorRow): string {
  return writeCursor({ openedAt, id });
}
