import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from './request';

const reader = new AsyncLocalStorage<Language>();

/** The language of the request under way; Chinese outside one. */
export function currentLanguage(): Language {
  return reader.getStore() ?? 'zh';
}

/** Runs a request with its reader's language known. */
export function withLanguage<Result>(language: Language, work: () => Result): Result {
  return reader.run(language, work);
}
