/** U+0000, which Postgres keeps in no text, and half of a surrogate pair, which is no character. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/** The paths of texts in `value` that no column could keep; JSON can carry them, a person cannot type them. */
export function unstorableTexts(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value === 'string') return UNSTORABLE.test(value) ? [[...path]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => unstorableTexts(inner, [...path, key]));
}
