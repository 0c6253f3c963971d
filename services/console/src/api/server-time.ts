const MARGIN_MS = 1_500;

let behind = 0;

/** Learns from an answer's `Date` header how far this device's clock is off. */
export function learnServerTime(response: Response): void {
  const stated = Date.parse(response.headers.get('date') ?? '');
  if (!Number.isNaN(stated)) behind = Date.now() - stated;
}

/** The present by the server's clock, a moment early rather than late: a phone whose clock runs ahead must not report from the future. */
export function serverNow(): Date {
  return new Date(Date.now() - behind - MARGIN_MS);
}
