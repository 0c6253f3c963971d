/** The federation's business time. Stored time is UTC. */
export const BUSINESS_TIME_ZONE = 'Asia/Shanghai';

const BUSINESS_OFFSET_MS = 8 * 60 * 60 * 1000; // China has had one zone without summer time since 1992

/** Where "now" comes from, so that a test can move time without touching the system's. */
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today's date in business time, `YYYY-MM-DD`. */
  today(): string {
    return businessDate(this.now());
  }
}

/** The calendar date of an instant in business time, `YYYY-MM-DD`. */
export function businessDate(instant: Date): string {
  return new Date(instant.getTime() + BUSINESS_OFFSET_MS).toISOString().slice(0, 10);
}

/** The first instant of a business date. */
export function startOfBusinessDay(date: string): Date {
  return new Date(`${date}T00:00:00+08:00`);
}

/** A clock that stands where it is put; for tests and for replaying history. */
export class SettableClock extends Clock {
  constructor(private instant: Date = new Date()) {
    super();
  }

  override now(): Date {
    return new Date(this.instant);
  }

  set(instant: Date | string): void {
    this.instant = new Date(instant);
  }

  advance(milliseconds: number): void {
    this.instant = new Date(this.instant.getTime() + milliseconds);
  }
}
