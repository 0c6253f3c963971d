/** Unwraps a value that cannot be missing here; `because` is the sentence that makes it so. */
export function known<Value>(value: Value | null | undefined, because: string): Value {
  if (value === null || value === undefined) throw new Error(`Missing, although ${because}.`);
  return value;
}
