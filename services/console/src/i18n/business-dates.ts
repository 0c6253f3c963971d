/** Business time; stored time is UTC. */
export const BUSINESS_ZONE = 'Asia/Shanghai';
const DAY_MS = 86_400_000;

const businessDay = new Intl.DateTimeFormat('sv-SE', { timeZone: BUSINESS_ZONE, dateStyle: 'short' });

/** The business date of an instant, `YYYY-MM-DD` in Shanghai, wherever the browser stands. */
export function dateOf(instant: string | number | Date): string {
  return businessDay.format(new Date(instant));
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** The last business date on which something can still be done in time: a limit that ends at midnight ends with the day before. */
export function lastDayOf(dueAt: string): string {
  return dateOf(Date.parse(dueAt) - 1);
}
