import type { IncomingHttpHeaders } from 'node:http';

/** What a service gets to see of a request. Everything else (cookies, X-Forwarded-*, made-up headers) ends at the door. */
const FORWARDED = [
  'accept',
  'accept-encoding',
  'accept-language',
  'authorization',
  'content-length',
  'content-type',
  'idempotency-key',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'range',
  'traceparent',
  'user-agent',
] as const;

export function forwardedHeaders(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(FORWARDED.filter((name) => headers[name] !== undefined).map((name) => [name, headers[name]]));
}

/** Whether an address that matched the prefix would leave it once its dots are resolved, encoded ones included. */
export function leavesPrefix(url: string, prefix: string): boolean {
  const { pathname } = new URL(url.replace(/^\/+/, '/'), 'http://door');
  return !(pathname === prefix || pathname.startsWith(`${prefix}/`)) || pathname.includes('\\') || /%(2f|5c)/i.test(pathname);
}

const NEVER_ARRIVED = new Set(['ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT']);
const CUT_OFF = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);
const MOST_REPEATS = 8;
const FIRST_PAUSE_MS = 25;

/**
 * Milliseconds until a request is sent again while a service restarts, or null to give up. What never arrived may always
 * be repeated; what was cut off only where repeating does no harm.
 */
export function pauseBeforeRepeat(
  error: Error | null | undefined,
  request: { method?: string; idempotencyKey?: string | string[] },
  attempt: number,
): number | null {
  const code = (error as { code?: string } | null | undefined)?.code ?? '';
  const harmless = request.method === 'GET' || request.method === 'HEAD' || request.idempotencyKey !== undefined;
  const repeats = NEVER_ARRIVED.has(code) || (CUT_OFF.has(code) && harmless);
  return repeats && attempt < MOST_REPEATS ? FIRST_PAUSE_MS * 2 ** Math.min(attempt, 4) : null;
}
