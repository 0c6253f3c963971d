import type { QueryRunner } from 'typeorm';
import type { AnnouncedEvent } from './announced-event';

const open = new WeakMap<QueryRunner, UnitOfWork>();

/**
 * What the handlers of one chunk have said so far. While one is open on a transaction the outbox collects here instead
 * of writing at once, so that a chunk costs one statement and takes its aggregate locks in one order.
 */
export class UnitOfWork {
  private said: AnnouncedEvent[] = [];

  private constructor(private readonly runner: QueryRunner) {}

  static openOn(runner: QueryRunner): UnitOfWork {
    const unit = new UnitOfWork(runner);
    open.set(runner, unit);
    return unit;
  }

  static of(runner: QueryRunner): UnitOfWork | undefined {
    return open.get(runner);
  }

  collect(events: readonly AnnouncedEvent[]): void {
    this.said.push(...events);
  }

  /** Ends the unit and hands over what was said, in the order in which it was. */
  close(): AnnouncedEvent[] {
    open.delete(this.runner);
    return this.said;
  }
}
