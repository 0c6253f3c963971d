import type { CookieSerializeOptions } from '@fastify/cookie';

export const SESSION_COOKIE = 'accord_session';

/** Out of reach of scripts, sent to us alone, gone with the browser window at the latest. */
export function cookieOptions(secure: boolean): CookieSerializeOptions {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure };
}
