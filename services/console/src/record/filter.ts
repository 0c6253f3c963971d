import { useSearchParams } from 'react-router';

export interface Filter<Name extends string> {
  values: Partial<Record<Name, string>>;
  set: (change: Partial<Record<Name, string | null>>) => void;
  clear: () => void;
}

/** A list's filters live in the address bar: a list can be sent, kept as a bookmark, and come back to. */
export function useFilter<Name extends string>(names: readonly Name[]): Filter<Name> {
  const [parameters, setParameters] = useSearchParams();
  const values: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = parameters.get(name);
    if (value !== null && value !== '') values[name] = value;
  }
  return {
    values,
    set: (change) =>
      setParameters(
        (current) => {
          for (const [name, value] of Object.entries<string | null | undefined>(change)) {
            if (value === null || value === undefined || value === '') current.delete(name);
            else current.set(name, value);
          }
          return current;
        },
        { replace: true },
      ),
    clear: () => setParameters({}, { replace: true }),
  };
}
