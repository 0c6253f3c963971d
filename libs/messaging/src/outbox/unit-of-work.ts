import type { DataSource, QueryRunner } from 'typeorm';
import type { AnnouncedEvent } from './announced-event';

const open = new WeakMap<QueryRunner, UnitOfWork>();
const watched = new WeakSet<DataSource>();

/**
 * What the handlers of one chunk have said so far. While one is open on a transaction the outbox collects here instead
 * of writing at once, so that a chunk costs one statement and takes its aggregate locks in one order.
 */
export class UnitOfWork {
  private readonly said: AnnouncedEvent[] = [];
  /** How much had been said when each savepoint that is still open was set. */
  private readonly marks: number[] = [];

  private constructor(private readonly runner: QueryRunner) {}

  static openOn(runner: QueryRunner): UnitOfWork {
    watchSavepoints(runner.manager.dataSource);
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

  savepointSet(): void {
    this.marks.push(this.said.length);
  }

  savepointReleased(): void {
    this.marks.pop();
  }

  /** What was said since the savepoint is taken back with the rows that were written since. */
  savepointUndone(): void {
    this.said.length = this.marks.pop() ?? 0;
  }

  /** Ends the unit and hands over what was said, in the order in which it was. */
  close(): AnnouncedEvent[] {
    open.delete(this.runner);
    return this.said;
  }
}

/** The unit is opened after its transaction began and closed before it ends, so all that it hears of are savepoints. */
function watchSavepoints(db: DataSource): void {
  if (watched.has(db)) return;
  watched.add(db);
  db.subscribers.push({
    afterTransactionStart: ({ queryRunner }) => open.get(queryRunner)?.savepointSet(),
    afterTransactionCommit: ({ queryRunner }) => open.get(queryRunner)?.savepointReleased(),
    afterTransactionRollback: ({ queryRunner }) => open.get(queryRunner)?.savepointUndone(),
  });
}
