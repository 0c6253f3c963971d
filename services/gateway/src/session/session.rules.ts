const HOUR_MS = 60 * 60 * 1000;

/** A session ends 12 hours after the sign-in at the latest, a working day; the federation's own setting, not law. */
export const SESSION_MS = 12 * HOUR_MS;

/** A session that nobody used for 2 hours is over. */
export const IDLE_MS = 2 * HOUR_MS;

/** Failed sign-ins are counted over this time. */
export const FAILURES_WINDOW_MS = 15 * 60 * 1000;

/** Failures of one user name from one address, after which it must wait. */
export const FAILURES_PER_NAME = 10;

/** An address that tries name after name waits after this many failures within a minute; its successes do not count. */
export const FAILURES_PER_ADDRESS = 30;
export const ADDRESS_WINDOW_MS = 60 * 1000;

/** When a try is allowed again: once the oldest of the last `allowed` failures has left the window. */
export function secondsToWait(failedAt: readonly Date[], allowed: number, windowMs: number, now: Date): number {
  const recent = failedAt.filter((at) => now.getTime() - at.getTime() < windowMs).sort((a, b) => b.getTime() - a.getTime());
  const oldest = recent[allowed - 1];
  return oldest === undefined ? 0 : Math.max(1, Math.ceil((oldest.getTime() + windowMs - now.getTime()) / 1000));
}

/** A change carried by the cookie must come from our own pages; `none` is what a person typed or a program sent. */
export function comesFromHere({ site, origin, host }: { site?: string; origin?: string; host?: string }): boolean {
  if (site !== undefined) return site === 'same-origin';
  if (origin === undefined) return false;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** The family of a browser, which is all that is kept of a user agent. */
export function browserFamily(userAgent: string | undefined): string {
  const families: [string, RegExp][] = [
    ['WeChat', /MicroMessenger/],
    ['Edge', /Edg/],
    ['Firefox', /Firefox/],
    ['Chrome', /Chrome|Chromium|CriOS/],
    ['Safari', /Safari/],
  ];
  return families.find(([, pattern]) => pattern.test(userAgent ?? ''))?.[0] ?? 'other';
}
