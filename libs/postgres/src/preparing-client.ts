import { createHash } from 'node:crypto';
import { Client, type ClientConfig } from 'pg';

/** A statement whose text varies without end (a list of values written out) must not fill every connection's memory. */
const MOST_STATEMENTS = 400;
const LONGEST_TEXT = 10_000;

const names = new Map<string, string>();

/**
 * A connection that plans each statement with parameters once and not at every use. An ORM sends the same few texts over
 * and over, and under row-level security planning one takes longer than running it.
 */
export class PreparingClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    const send = this.query.bind(this) as (...asked: unknown[]) => unknown;
    this.query = ((text: unknown, values: unknown, ...rest: unknown[]) => {
      const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
      return name === undefined ? send(text, values, ...rest) : send({ name, text, values }, ...rest);
    }) as typeof this.query;
  }
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_STATEMENTS || text.length > LONGEST_TEXT) return known;
  const name = `accord-${createHash('sha1').update(text).digest('base64url')}`;
  names.set(text, name);
  return name;
}
