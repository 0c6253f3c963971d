import type { Client } from 'pg';
import { groupBy } from '../group-by';
import { ShareByLock } from '../share-by-lock';
import { EmbeddedPartition } from './embedded-partition';
import type { ReceivedRecord, SubscribeOptions } from './event-log';

/** The channel that says: records were appended (no payload), or members of the group in the payload came or went. */
export const LOG_CHANNEL = 'accord_log';

const REBALANCE_EVERY_MS = 1_000;
const STORE_EVERY_MS = 200;
const STUCK_REST_MS = 250;
const RECORDS_PER_BATCH = 250;

const REGISTER = `
  INSERT INTO log.group_position (consumer_group, topic, partition, next_offset)
  SELECT $1, t.topic, p, CASE WHEN $3 THEN coalesce(h.next_offset, 0) ELSE 0 END
  FROM log.topic t CROSS JOIN LATERAL generate_series(0, t.partitions - 1) AS p
  LEFT JOIN log.head h ON h.topic = t.topic AND h.partition = p
  WHERE t.topic = ANY ($2)
  ON CONFLICT DO NOTHING`;

const POSITIONS = `
  SELECT topic, partition, next_offset FROM log.group_position
  WHERE consumer_group = $1 AND topic || '/' || partition = ANY ($2)`;

const READ = `
  SELECT r.topic, r.partition, r."offset", r.key, r.headers, r.value
  FROM unnest($1::text[], $2::smallint[], $3::bigint[]) WITH ORDINALITY AS want(topic, partition, position, place)
  CROSS JOIN LATERAL (
    SELECT * FROM log.record l
    WHERE l.topic = want.topic AND l.partition = want.partition AND l."offset" >= want.position
    ORDER BY l."offset" LIMIT ${RECORDS_PER_BATCH}
  ) AS r
  ORDER BY place, r."offset"`;

const STORE = `
  INSERT INTO log.group_position AS g (consumer_group, topic, partition, next_offset)
  SELECT $1, * FROM unnest($2::text[], $3::smallint[], $4::bigint[])
  ON CONFLICT (consumer_group, topic, partition) DO UPDATE SET next_offset = excluded.next_offset
  WHERE g.next_offset < excluded.next_offset`;

type RecordRow = Omit<ReceivedRecord, 'offset'> & { offset: string };

/** One connection's time as a member: the partitions that it holds by lock, and the work on them. */
export class EmbeddedSession {
  private readonly partitions = new Map<string, EmbeddedPartition>();
  private readonly all: string[];
  private broken: Error | undefined;
  private rebalanceAt = 0;
  private storeAt = 0;

  private constructor(
    private readonly db: Client,
    private readonly options: SubscribeOptions,
    partitionsOf: ReadonlyMap<string, number>,
    private readonly ring: () => void,
    private readonly share: ShareByLock,
  ) {
    this.all = options.topics.flatMap((topic) => Array.from({ length: partitionsOf.get(topic) ?? 0 }, (_, n) => `${topic}/${n}`));
    db.on('error', (error) => (this.broken ??= error));
    db.on('end', () => (this.broken ??= new Error('the connection was closed')));
    db.on('notification', ({ payload }) => {
      if (payload === options.group) this.rebalanceAt = 0;
    });
  }

  static async join(
    db: Client,
    options: SubscribeOptions,
    partitionsOf: ReadonlyMap<string, number>,
    ring: () => void,
  ): Promise<EmbeddedSession> {
    // Positions may be lost in a crash: what is given again has been taken before and is recognised by that.
    await db.query('SET synchronous_commit = off');
    await db.query(REGISTER, [options.group, options.topics, options.from === 'now']);
    const share = new ShareByLock(db, `accord.log.${options.group}`);
    await share.join();
    const session = new EmbeddedSession(db, options, partitionsOf, ring, share);
    await session.tellMembers();
    return session;
  }

  /** Does what is due and hands out what is new; returns how many records were given. */
  async step(): Promise<number> {
    if (this.broken) throw this.broken;
    const now = performance.now();
    if (now >= this.rebalanceAt) {
      this.rebalanceAt = now + REBALANCE_EVERY_MS;
      await this.rebalance();
    }
    if (now >= this.storeAt) {
      this.storeAt = now + STORE_EVERY_MS;
      await this.store([...this.partitions.values()]);
    }
    await this.letGo();
    return await this.read();
  }

  /** Finishes what is under way, stores the positions and leaves the group. */
  async close(): Promise<void> {
    const held = [...this.partitions.values()];
    for (const partition of held) partition.beginLeaving();
    await Promise.all(held.map((partition) => partition.settled()));
    if (!this.broken) {
      try {
        await this.store(held);
        await this.share.leave();
        await this.tellMembers();
      } catch {
        // the database went away meanwhile: what was not stored is given again to the next
      }
    }
    await this.db.end().catch(() => undefined);
  }

  abandon(): void {
    for (const partition of this.partitions.values()) partition.beginLeaving();
    this.db.end().catch(() => undefined);
  }

  private async rebalance(): Promise<void> {
    const { gained, surplus } = await this.share.claim(this.all);
    if (gained.length > 0) await this.begin(gained);
    for (const piece of surplus) this.partitions.get(piece)?.beginLeaving();
  }

  /** Releases what others are to have, each partition as soon as its batch under way has ended. */
  private async letGo(): Promise<void> {
    const gone = [...this.partitions].filter(([, partition]) => partition.left);
    if (gone.length === 0) return;
    await this.store(gone.map(([, partition]) => partition));
    for (const [piece] of gone) this.partitions.delete(piece);
    await this.share.release(gone.map(([piece]) => piece));
    await this.tellMembers();
  }

  private async begin(pieces: readonly string[]): Promise<void> {
    const { rows } = await this.db.query<{ topic: string; partition: number; next_offset: string }>(POSITIONS, [
      this.options.group,
      pieces,
    ]);
    for (const { topic, partition, next_offset: position } of rows) {
      this.partitions.set(`${topic}/${partition}`, new EmbeddedPartition(topic, partition, BigInt(position)));
    }
  }

  private async read(): Promise<number> {
    const idle = [...this.partitions.values()].filter((partition) => partition.idle);
    if (idle.length === 0) return 0;
    const { rows } = await this.db.query<RecordRow>({
      name: 'accord-log-read',
      text: READ,
      values: [idle.map(({ topic }) => topic), idle.map(({ partition }) => partition), idle.map(({ position }) => position)],
    });
    const batches = groupBy(rows, ({ topic, partition }) => `${topic}/${partition}`);
    for (const [piece, records] of batches) {
      this.partitions.get(piece)?.give(
        records.map((row) => ({ ...row, offset: BigInt(row.offset) })),
        this.options.onBatch,
        STUCK_REST_MS,
        this.ring,
      );
    }
    return rows.length;
  }

  private async store(held: readonly EmbeddedPartition[]): Promise<void> {
    const moved = held.filter((partition) => partition.unstored);
    if (moved.length === 0) return;
    const positions = moved.map(({ position }) => position);
    await this.db.query({
      name: 'accord-log-store',
      text: STORE,
      values: [this.options.group, moved.map(({ topic }) => topic), moved.map(({ partition }) => partition), positions],
    });
    moved.forEach((partition, n) => partition.markStored(positions[n] as bigint));
  }

  /** Others share out anew at once instead of at their next turn. */
  private async tellMembers(): Promise<void> {
    await this.db.query('SELECT pg_notify($1, $2)', [LOG_CHANNEL, this.options.group]);
  }
}
