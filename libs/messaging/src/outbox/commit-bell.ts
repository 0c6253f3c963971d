import { Inject, Injectable, Logger } from '@nestjs/common';
import type { DataSource, QueryRunner } from 'typeorm';
import { MESSAGING_DATA_SOURCE } from '../messaging.options';
import type { AnnouncedEvent } from './announced-event';

/** The channel on which processes of one service tell each other of new outbox rows. */
export const OUTBOX_CHANNEL = 'accord_outbox';

const COALESCE_MS = 5;

/**
 * Tells relays that rows were committed: the one in this process at once and for nothing, those of other processes by a
 * NOTIFY of its own, at most one in 5 ms. A NOTIFY inside the business transaction would serialise its commit with all
 * others (measured: 1.7 to 5 times fewer commits).
 */
@Injectable()
export class CommitBell {
  private readonly logger = new Logger(CommitBell.name);
  private readonly watched = new WeakSet<DataSource>();
  private readonly pending = new WeakMap<QueryRunner, Set<number>>();
  private localRelay: (shards: ReadonlySet<number>) => boolean = () => false;
  private due: NodeJS.Timeout | undefined;

  constructor(@Inject(MESSAGING_DATA_SOURCE) private readonly db: DataSource) {}

  /** The relay in this process; it answers true when all of the shards are its own, so that nobody else need be told. */
  attach(localRelay: (shards: ReadonlySet<number>) => boolean): void {
    this.localRelay = localRelay;
  }

  ringAfterCommit(runner: QueryRunner, events: readonly AnnouncedEvent[]): void {
    this.watch(runner.manager.dataSource);
    const shards = this.pending.get(runner) ?? new Set();
    for (const { shard } of events) shards.add(shard);
    this.pending.set(runner, shards);
  }

  private watch(db: DataSource): void {
    if (this.watched.has(db)) return;
    this.watched.add(db);
    db.subscribers.push({ afterTransactionCommit: ({ queryRunner }) => this.committed(queryRunner) });
  }

  private committed(runner: QueryRunner): void {
    const shards = this.pending.get(runner);
    if (!shards || runner.isTransactionActive) return; // only a savepoint was released
    this.pending.delete(runner);
    if (!this.localRelay(shards)) this.notify();
  }

  private notify(): void {
    this.due ??= setTimeout(() => {
      this.due = undefined;
      this.db
        .query(`SELECT pg_notify('${OUTBOX_CHANNEL}', '')`)
        .catch((error: Error) => this.logger.warn(`Other relays were not told; they will look by themselves: ${error.message}`));
    }, COALESCE_MS).unref();
  }
}
