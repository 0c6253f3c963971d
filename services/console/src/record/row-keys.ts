import type { RefObject } from 'react';
import { useKey } from '../shell/use-key';

/** j and k walk down and up the list's rows, which mark themselves with `data-row`; Enter then opens, as on any link. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  const move = (by: number): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement);
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
    next?.focus();
  };
  useKey('j', () => move(1));
  useKey('k', () => move(-1));
}
