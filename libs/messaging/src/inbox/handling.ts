import type { PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { sever } from '../connection';
import type { CommitBell } from '../outbox/commit-bell';
import { recordEvents } from '../outbox/record-events';
import { UnitOfWork } from '../outbox/unit-of-work';
import { childOf, withTrace } from '../trace-context';
import { TookTooLong, within } from '../within';
import type { Consumer } from './consumer';
import { FailedAt, isHung } from './failure';
import type { HeardEvent } from './heard-event';

/** How long the database may take to begin, claim or commit before the connection counts as lost. */
const ANSWER_WITHIN_MS = 20_000;
const END_WITHIN_MS = 1_000;

/** One transaction of a consumer: handlers, their receipts and what they announced commit together. */
export class Handling {
  private readonly said: UnitOfWork;

  private constructor(
    private readonly runner: QueryRunner,
    readonly db: PoolClient,
    private readonly bell: CommitBell,
  ) {
    this.said = UnitOfWork.openOn(runner);
  }

  static async inTransaction<T>(dataSource: DataSource, bell: CommitBell, work: (handling: Handling) => Promise<T>): Promise<T> {
    const runner = dataSource.createQueryRunner();
    const db = (await runner.connect()) as PoolClient;
    try {
      await within(ANSWER_WITHIN_MS, runner.startTransaction(), 'Connection terminated: no answer to BEGIN');
      const handling = new Handling(runner, db, bell);
      const result = await work(handling);
      await handling.finish();
      return result;
    } catch (error) {
      await giveUp(dataSource, runner, db, error);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /**
   * Lets the handlers of events of one type work; `FailedAt` says which event it was where there was only one, a
   * connection that is gone is not its fault.
   */
  async handle(together: readonly HeardEvent[], consumer: Consumer, timeout: number): Promise<void> {
    const events = together.flatMap(({ event }) => (event ? [event] : []));
    const [first] = events;
    if (!first) return;
    try {
      const work = withTrace(childOf(first.traceparent), async () => {
        for (const handler of consumer.handlersOf(first.type)) await handler.handle(events, this.runner.manager);
      });
      await within(timeout, work, `The handler of ${first.type} did not end`);
      this.requireSound();
    } catch (error) {
      throw together.length === 1 ? new FailedAt(together[0] as HeardEvent, error) : error;
    }
  }

  /** Waits for a statement of ours; one that a half-open connection swallowed counts as a lost connection. */
  async answer<T>(statement: Promise<T>): Promise<T> {
    return await within(ANSWER_WITHIN_MS, statement, 'Connection terminated: no answer');
  }

  private async finish(): Promise<void> {
    const events = this.said.close();
    if (events.length > 0) {
      await this.answer(recordEvents(this.runner, events));
      this.bell.ringAfterCommit(this.runner, events);
    }
    await this.answer(this.runner.commitTransaction());
  }

  /** Trap: Postgres answers COMMIT of a failed transaction with a silent ROLLBACK, and the receipt would be lost unnoticed. */
  private requireSound(): void {
    if (this.runner.isReleased) throw new Error('Connection terminated while a handler was working');
    if (this.db.getTransactionStatus() === 'E')
      throw new Error('A handler went on after a statement of its transaction had failed.');
    if (this.db.getTransactionStatus() === 'I') throw new Error('A handler ended the transaction that it was given.');
  }
}

/** Rolls back; where a statement may still be running, ends it on the server too, so that its locks are gone. */
async function giveUp(dataSource: DataSource, runner: QueryRunner, db: PoolClient, error: unknown): Promise<void> {
  UnitOfWork.of(runner)?.close();
  if (runner.isReleased) return;
  const hung = error instanceof TookTooLong || isHung(error);
  try {
    if (hung) throw error;
    await within(END_WITHIN_MS, runner.rollbackTransaction(), 'no answer to ROLLBACK');
  } catch {
    const backend = (db as PoolClient & { processID?: number }).processID;
    await sever(runner, new Error('cut off'));
    await within(END_WITHIN_MS * 2, dataSource.query('SELECT pg_terminate_backend($1, 1000)', [backend]), 'no answer').catch(
      () => undefined,
    );
  }
}
