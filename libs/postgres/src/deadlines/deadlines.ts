import { randomUUID } from 'node:crypto';
import { Clock } from '@accord/case-model';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

export interface NewDeadline {
  readonly aggregateId: string;
  /** What passes; the key that `@OnDeadline` names, e.g. `alert.acknowledge`. */
  readonly kind: string;
  /** The first instant at which it is late. */
  readonly dueAt: Date;
  /** A few ids or numbers for the handler, at most 8 KB; no personal data. */
  readonly payload?: Record<string, unknown>;
}

/** A transaction that a deadline's handler runs in names that deadline here, so that it may replace itself. */
export const ACTING_DEADLINE = 'accord.acting_deadline';

/** A handler that replaces or cancels the very deadline it acts on has done it; everybody else cancels. */
const END_WAITING = `
  UPDATE deadlines SET done_at = $3,
    state = CASE WHEN id::text = current_setting('${ACTING_DEADLINE}', true) THEN 'done' ELSE 'cancelled' END
  WHERE aggregate_id = $1 AND ($2::text IS NULL OR kind = $2) AND state = 'waiting'`;

/** Counting what was ended makes the new rows wait for it; the two would otherwise meet in the unique index. */
const SET_ALL = `
  WITH asked AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::jsonb[]) AS a(id, aggregate_id, kind, due_at, payload)
  ), ended AS (
    UPDATE deadlines d SET done_at = $6,
      state = CASE WHEN d.id::text = current_setting('${ACTING_DEADLINE}', true) THEN 'done' ELSE 'cancelled' END
    FROM asked WHERE d.aggregate_id = asked.aggregate_id AND d.kind = asked.kind AND d.state = 'waiting' RETURNING d.id
  )
  INSERT INTO deadlines (id, aggregate_id, kind, due_at, act_at, payload)
  SELECT id, aggregate_id, kind, due_at, due_at, payload FROM asked, (SELECT count(*) FROM ended) AS all_ended`;

/**
 * Sets and cancels deadlines in the caller's transaction, with the change that caused it or not at all. Lock the
 * aggregate first: handlers do the same, and this one order is what keeps the two from waiting for each other.
 */
@Injectable()
export class Deadlines {
  private readonly watched = new WeakSet<DataSource>();
  private readonly pending = new WeakMap<QueryRunner, Date>();
  private tell: (earliest: Date) => void = () => undefined;

  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /** One deadline of a kind waits per aggregate: a new one takes the place of the one before. */
  set(tx: EntityManager, deadline: NewDeadline): Promise<void> {
    return this.setAll(tx, [deadline]);
  }

  /** {@link set} for several at once, in one statement; no two of them for the same aggregate and kind. */
  async setAll(tx: EntityManager, deadlines: readonly NewDeadline[]): Promise<void> {
    const runner = transactionOf(tx);
    if (deadlines.length === 0) return;
    await tx.query(SET_ALL, [
      deadlines.map(() => randomUUID()),
      deadlines.map(({ aggregateId }) => aggregateId),
      deadlines.map(({ kind }) => kind),
      deadlines.map(({ dueAt }) => dueAt),
      deadlines.map(({ payload = {} }) => JSON.stringify(payload)),
      this.clock.now(),
    ]);
    for (const { dueAt } of deadlines) this.tellAfterCommit(runner, dueAt);
  }

  /** What waited for the aggregate will not happen: of one kind, or all of it. Nothing waiting is nothing to do. */
  async cancel(tx: EntityManager, aggregateId: string, kind: string | null = null): Promise<void> {
    transactionOf(tx);
    await tx.query(END_WAITING, [aggregateId, kind, this.clock.now()]);
  }

  /** `listener` hears the due time of what this process has set, once it is committed. */
  onCommitted(listener: (earliest: Date) => void): void {
    this.tell = listener;
  }

  private tellAfterCommit(runner: QueryRunner, dueAt: Date): void {
    const db = runner.manager.dataSource;
    if (!this.watched.has(db)) {
      this.watched.add(db);
      db.subscribers.push({ afterTransactionCommit: ({ queryRunner }) => this.committed(queryRunner) });
    }
    const earliest = this.pending.get(runner);
    if (earliest === undefined || dueAt < earliest) this.pending.set(runner, dueAt);
  }

  private committed(runner: QueryRunner): void {
    const earliest = this.pending.get(runner);
    if (earliest === undefined || runner.isTransactionActive) return; // only a savepoint was released
    this.pending.delete(runner);
    this.tell(earliest);
  }
}

function transactionOf(tx: EntityManager): QueryRunner {
  if (!tx.queryRunner?.isTransactionActive) {
    throw new Error('A deadline is set inside a transaction only: pass the EntityManager that the transaction gave you.');
  }
  return tx.queryRunner;
}
