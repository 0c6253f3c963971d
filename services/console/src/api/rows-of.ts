import type { InfiniteData } from '@tanstack/react-query';
import type { Page } from '@accord/contracts';

/** The pages of a list with their rows in one piece. Kept outside components so that the rows stay the same array until an answer changes. */
export function rowsOf<Row>({ pages }: InfiniteData<Page<Row>>): { pages: Page<Row>[]; rows: Row[] } {
  return { pages, rows: pages.flatMap(({ items }) => items) };
}
