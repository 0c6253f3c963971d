import { useCallback, useState } from 'react';
import { useSession } from '../session/session.api';

function read<Value>(place: string): Value | undefined {
  try {
    const text = localStorage.getItem(place);
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}

const placeOf = (staffId: string, key: string): string => `accord.draft.${staffId}.${key}`;

/** Puts a draft where the page that owns it will find it. */
export function newDraft<Value>(staffId: string, key: string, value: Value): void {
  localStorage.setItem(placeOf(staffId, key), JSON.stringify(value));
}

export interface Draft<Value> {
  value: Value;
  /** True if it was found from an earlier visit. */
  found: boolean;
  change(value: Value): void;
  /** Forgets what is stored; what is on screen stays until the page changes it. */
  forget(): void;
}

/**
 * What a person is typing, kept in this browser under their own name: it survives a reload, a lost network and a
 * sign-out, and another person on the same device does not see it.
 */
export function useDraft<Value>(key: string, initial: Value): Draft<Value> {
  const place = placeOf(useSession().staff.id, key);
  const [{ value, found }, setState] = useState(() => {
    const stored = read<Value>(place);
    return { value: stored ?? initial, found: stored !== undefined };
  });
  const change = useCallback(
    (next: Value) => {
      localStorage.setItem(place, JSON.stringify(next));
      setState({ value: next, found: false });
    },
    [place],
  );
  const forget = useCallback(() => localStorage.removeItem(place), [place]);
  return { value, found, change, forget };
}
