import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;
const SAMPLED = '01';

const storage = new AsyncLocalStorage<string>();

/** The W3C `traceparent` of what is being done right now, or undefined outside of `withTrace`. */
export function currentTraceparent(): string | undefined {
  return storage.getStore();
}

/**
 * Runs `work` as part of a trace, through every await in it. A missing or malformed `traceparent` starts a new trace:
 * whatever a client sends, what runs inside has a valid one.
 */
export function withTrace<T>(traceparent: string | undefined, work: () => T): T {
  return storage.run(isTraceparent(traceparent) ? traceparent : newTraceparent(), work);
}

/** A span of its own in the same trace; of a missing or malformed parent, the first span of a new trace. */
export function childOf(traceparent: string | undefined): string {
  if (!isTraceparent(traceparent)) return newTraceparent();
  const [version, traceId, , flags] = traceparent.split('-');
  return `${version}-${traceId}-${randomBytes(8).toString('hex')}-${flags}`;
}

function newTraceparent(): string {
  return `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-${SAMPLED}`;
}

function isTraceparent(value: string | undefined): value is string {
  return value !== undefined && TRACEPARENT.test(value);
}
