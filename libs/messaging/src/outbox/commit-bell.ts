import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, QueryRunner } from 'typeorm';
import { CoalescedNotify } from '../coalesced-notify';
import { MESSAGING_DATA_SOURCE } from '../messaging.options';
import type { AnnouncedEvent } from './announced-event';

/** The channel on which processes of one service tell each other of new outbox rows. */
export const OUTBOX_CHANNEL = 'accord_outbox';

/**
 * Tells relays that rows were committed: the one in this process at once and without a round trip, those of other
 * processes by a NOTIFY after the commit.
 */
@Injectable()
export class CommitBell {
  private readonly watched = new WeakSet<DataSource>();
  private readonly pending = new WeakMap<QueryRunner, Set<number>>();
  private localRelay: (shards: ReadonlySet<number>) => boolean = () => false;
  private readonly others: CoalescedNotify;

  constructor(@Inject(MESSAGING_DATA_SOURCE) db: DataSource) {
    this.others = new CoalescedNotify(() => db.query(`SELECT pg_notify('${OUTBOX_CHANNEL}', '')`));
  }

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
    if (!this.localRelay(shards)) this.others.notify();
  }
}
