import type { PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { sever } from '../connection';
import { SHARDS } from '../outbox/announced-event';
import { OUTBOX_CHANNEL } from '../outbox/commit-bell';
import { ShareByLock } from '../share-by-lock';
import { within } from '../within';
import type { OutboxRow } from './outbox-row';

/** A connection that does not answer for so long is taken for lost. */
const ANSWER_WITHIN_MS = 20_000;

/**
 * The table is empty most of the time and its statistics say so: without the settings the planner would sort the whole
 * backlog at every turn. What the session writes may be lost in a crash, it would only be done again.
 */
const SETTINGS = `
  SET synchronous_commit = off; SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off;
  LISTEN ${OUTBOX_CHANNEL}`;
const RESET = `
  UNLISTEN *; RESET synchronous_commit; RESET enable_seqscan; RESET enable_bitmapscan; RESET enable_sort;
  SELECT pg_advisory_unlock_all()`;

const TAKE_SHARDS = `
  UPDATE messaging.relay_shard SET epoch = epoch + 1, taken_at = clock_timestamp() WHERE shard = ANY ($1) RETURNING shard, epoch`;

const next = (limit: number) => `
  SELECT o.id, o.event_id, o.aggregate_type, o.aggregate_id, o.version, o.type, o.event_version, o.topic, o.payload::text AS payload,
         o.traceparent, o.occurred_at
  FROM messaging.outbox o
  WHERE o.shard = ANY ($1) AND o.parked_because IS NULL AND NOT EXISTS (
    SELECT FROM messaging.outbox p
    WHERE p.parked_because IS NOT NULL AND p.aggregate_type = o.aggregate_type AND p.aggregate_id = o.aggregate_id AND p.id < o.id
  )
  ORDER BY o.id LIMIT ${limit}`;

/** Only rows whose shard still has the epoch under which it was taken: a relay that was overtaken removes nothing. */
const ARCHIVE = `
  WITH held AS (
    SELECT shard FROM unnest($2::smallint[], $3::bigint[]) AS h(shard, epoch) JOIN messaging.relay_shard USING (shard, epoch)
  ), sent AS (
    DELETE FROM messaging.outbox WHERE id = ANY ($1::bigint[]) AND shard IN (SELECT shard FROM held) RETURNING *
  )
  INSERT INTO messaging.archive
    (id, event_id, aggregate_type, aggregate_id, version, shard, type, event_version, topic, payload, traceparent, occurred_at, sent_at)
  SELECT id, event_id, aggregate_type, aggregate_id, version, shard, type, event_version, topic, payload, traceparent, occurred_at,
         clock_timestamp()
  FROM sent`;

const SHARD_NAMES = Array.from({ length: SHARDS }, (_, shard) => String(shard));

/** The relay's one connection: it holds the shards by lock, reads them and removes what was sent. */
export class RelaySession {
  private readonly epochs = new Map<number, string>();
  private readonly share: ShareByLock;
  private broken: Error | undefined;

  private constructor(
    private readonly runner: QueryRunner,
    private readonly db: PoolClient,
    private readonly wake: () => void,
  ) {
    this.share = new ShareByLock(db, 'accord.messaging.relay');
    db.on('notification', this.wake);
    db.on('error', this.onLost);
    db.on('end', this.onLost);
  }

  static async open(dataSource: DataSource, wake: () => void): Promise<RelaySession> {
    const runner = dataSource.createQueryRunner();
    const session = new RelaySession(runner, (await runner.connect()) as PoolClient, wake);
    try {
      await session.answer(session.db.query(SETTINGS));
      await session.answer(session.share.join());
      return session;
    } catch (error) {
      await session.abandon(error as Error);
      throw error;
    }
  }

  get shards(): number[] {
    return [...this.epochs.keys()];
  }

  holds(shard: number): boolean {
    return this.broken === undefined && this.epochs.has(shard);
  }

  requireAlive(): void {
    if (this.broken) throw this.broken;
  }

  /** Takes a fair share of the shards. Nothing may be under way: what is in excess is released at once. */
  async shareOut(): Promise<void> {
    const { gained, surplus } = await this.answer(this.share.claim(SHARD_NAMES));
    if (surplus.length > 0) {
      for (const shard of surplus) this.epochs.delete(Number(shard));
      await this.answer(this.share.release(surplus));
    }
    if (gained.length > 0) {
      const taken = this.db.query<{ shard: number; epoch: string }>(TAKE_SHARDS, [gained.map(Number)]);
      for (const { shard, epoch } of (await this.answer(taken)).rows) this.epochs.set(shard, epoch);
    }
  }

  /** The oldest rows of the shards that are held, in the order in which they must be sent. */
  async next(limit: number): Promise<OutboxRow[]> {
    if (this.epochs.size === 0) return [];
    const rows = this.db.query<OutboxRow>({ name: `accord-relay-next-${limit}`, text: next(limit), values: [this.shards] });
    return (await this.answer(rows)).rows;
  }

  /** Moves sent rows to the archive; throws where another relay has taken a shard over meanwhile. */
  async archive(ids: readonly string[]): Promise<void> {
    const values = [ids, this.shards, [...this.epochs.values()]];
    const { rowCount } = await this.answer(this.db.query({ name: 'accord-relay-archive', text: ARCHIVE, values }));
    if (rowCount !== ids.length)
      throw new Error(`another relay took over: ${ids.length} rows were sent, ${rowCount} were still ours`);
  }

  async park(unsendable: readonly { id: string; because: string }[]): Promise<void> {
    await this.answer(
      this.db.query(
        `UPDATE messaging.outbox o SET parked_because = u.because
         FROM unnest($1::bigint[], $2::text[]) AS u(id, because) WHERE o.id = u.id`,
        [unsendable.map(({ id }) => id), unsendable.map(({ because }) => because)],
      ),
    );
  }

  async keepArchiveDays(keep: number): Promise<void> {
    await this.answer(this.db.query('SELECT messaging.keep_archive_days(7, $1)', [keep]));
  }

  /** Gives the shards and the connection back. */
  async close(): Promise<void> {
    this.epochs.clear();
    try {
      this.requireAlive();
      await this.answer(this.db.query(RESET));
      this.forget();
      await this.runner.release();
    } catch (error) {
      await this.abandon(error as Error);
    }
  }

  private async abandon(because: Error): Promise<void> {
    this.forget();
    await sever(this.runner, because);
  }

  private forget(): void {
    this.db.off('notification', this.wake);
    this.db.off('error', this.onLost);
    this.db.off('end', this.onLost);
  }

  private readonly onLost = (error?: Error): void => {
    this.broken ??= error ?? new Error('the connection was closed');
    this.wake();
  };

  private async answer<T>(query: Promise<T>): Promise<T> {
    try {
      return await within(ANSWER_WITHIN_MS, query, 'the database does not answer');
    } catch (error) {
      this.broken ??= error as Error;
      throw error;
    }
  }
}
