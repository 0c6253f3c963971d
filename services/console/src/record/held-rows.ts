import { type RefObject, useLayoutEffect, useState } from 'react';

const NONE: never[] = [];

interface HeldRows<Row> {
  rows: Row[];
  /** How many have come that are not shown yet. */
  waiting: number;
  /** Shown rows that the newest answer no longer holds. */
  gone: ReadonlySet<string>;
  show: () => void;
}

/**
 * Keeps a list still while somebody has the pointer or the focus in it: rows renew themselves in place, newcomers
 * wait to be asked for. Nobody there, and the newest answer is simply shown. A new `key` is a new list.
 */
export function useHeldRows<Row extends { id: string }>(
  answer: Row[] | undefined,
  key: string,
  list: RefObject<HTMLElement | null>,
): HeldRows<Row> {
  const fresh: Row[] = answer ?? NONE;
  const [held, setHeld] = useState({ key, rows: fresh });

  useLayoutEffect(() => {
    const inUse = list.current?.matches(':hover, :focus-within') ?? false;
    if (!inUse || held.key !== key) setHeld({ key, rows: fresh });
    // Only an answer decides; what is held is its result.
  }, [fresh, key]);

  if (held.key !== key) return { rows: fresh, waiting: 0, gone: new Set(), show: () => undefined };
  const newest = new Map(fresh.map((row) => [row.id, row]));
  const shown = new Set(held.rows.map(({ id }) => id));
  return {
    rows: held.rows.map((row) => newest.get(row.id) ?? row),
    waiting: fresh.filter(({ id }) => !shown.has(id)).length,
    gone: new Set(held.rows.filter(({ id }) => !newest.has(id)).map(({ id }) => id)),
    show: () => setHeld({ key, rows: fresh }),
  };
}
