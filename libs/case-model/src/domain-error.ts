/** A message in the languages of the console; the reader's own is chosen where the error leaves the house. */
export interface LocalisedText {
  zh: string;
  en: string;
}

/** What kind of refusal this is; each kind maps to one HTTP status, in `libs/http` and nowhere else. */
export type RefusalKind = 'refused' | 'invalid' | 'not_found' | 'forbidden' | 'unauthenticated' | 'too_many' | 'unavailable';

/**
 * A refusal in the words of the business. `code` is stable and may be relied on by clients; `message` says what to do
 * or know; `field` names the input at fault as a JSON path (`claims.0.amountFen`) where one input is to blame.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  abstract readonly kind: RefusalKind;
  readonly field?: string;

  constructor(
    readonly text: LocalisedText,
    readonly details: Record<string, unknown> = {},
  ) {
    super(text.en);
    this.name = new.target.name;
  }
}
