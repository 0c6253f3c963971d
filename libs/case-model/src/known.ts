/** Takes null out of a type where the business makes it impossible; `because` is the sentence that makes it so. */
export function known<T>(value: T | null | undefined, because: string): T {
  if (value === null || value === undefined) throw new Error(`Expected a value: ${because}.`);
  return value;
}

/** Ends a switch over a closed set; a member that was forgotten fails to compile. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected ${String(value)}`);
}
