import { z } from 'zod';

/** One page of a list. `next` is the cursor of the following page, null on the last; `total` counts the whole filtered list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable(), total: z.int() });
}

export interface Page<Item> {
  items: Item[];
  next: string | null;
  total: number;
}

/** Query part of every list: an opaque cursor and up to 200 rows. */
export const Paging = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type Paging = z.infer<typeof Paging>;
