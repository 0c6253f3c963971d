import { TookTooLong } from '../within';
import type { HeardEvent } from './heard-event';

/** The place in a chunk at which it failed, and why. */
export class FailedAt extends Error {
  constructor(
    readonly heard: HeardEvent,
    override readonly cause: unknown,
  ) {
    super(messageOf(cause));
    this.name = 'FailedAt';
  }

  get hung(): boolean {
    return this.cause instanceof TookTooLong;
  }
}

/** Whether a handler was cut off; where the database stands still, that is not the handler's fault. */
export function isHung(error: unknown): boolean {
  return error instanceof FailedAt && error.hung;
}

/** The subscription is being stopped: what has not taken effect is given to the next one. */
export class Stopped extends Error {}

/** Two transactions met; the loser does it again. */
const COLLISIONS = new Set(['40001', '40P01', '55P03']);
const CONNECTION_CODES = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** What pg, its pool and TypeORM say of a lost connection without giving a code. */
const CONNECTION_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|Query read timeout|Query runner already released|Driver not Connected|client was closed/i;

/** How a failure is to be met: `collision` and `connection` pass by themselves, anything else does not. */
export function kindOf(error: unknown): 'collision' | 'connection' | 'lasting' {
  const cause = error instanceof FailedAt ? error.cause : error;
  const code = codeOf(cause);
  if (code !== undefined && COLLISIONS.has(code)) return 'collision';
  if (code !== undefined && (CONNECTION_CODES.has(code) || /^08/.test(code))) return 'connection';
  return CONNECTION_WORDS.test(messageOf(cause)) ? 'connection' : 'lasting';
}

/** What is kept with a parked event: enough to find the fault, for those who can read code. */
export function descriptionOf(error: unknown): string {
  const cause = error instanceof FailedAt ? error.cause : error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function codeOf(cause: unknown): string | undefined {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
