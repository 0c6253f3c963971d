const COALESCE_MS = 5;

/**
 * Sends NOTIFYs of its own, outside of any business transaction: the first at once, those that follow within 5 ms in one.
 * A NOTIFY inside the business transaction would serialise its commit with all others (measured: 1.7 to 5 times fewer
 * commits). One that fails is forgotten: whoever listens also looks by itself.
 */
export class CoalescedNotify {
  private quietUntil = 0;
  private due: NodeJS.Timeout | undefined;

  constructor(private readonly send: () => Promise<unknown>) {}

  notify(): void {
    if (this.due) return;
    const wait = this.quietUntil - performance.now();
    if (wait <= 0) {
      this.now();
      return;
    }
    this.due = setTimeout(() => this.now(), wait).unref();
  }

  cancel(): void {
    clearTimeout(this.due);
  }

  private now(): void {
    this.due = undefined;
    this.quietUntil = performance.now() + COALESCE_MS;
    this.send().catch(() => undefined);
  }
}
