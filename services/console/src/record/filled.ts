type Filled<Values> = { [Key in keyof Values]: Exclude<Values[Key], null> };

/** A form's values without those left empty, as the contracts want them: a field is absent rather than blank. */
export function filled<Values extends object>(values: Values): Filled<Values> {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return Object.fromEntries(kept) as Filled<Values>;
}
