import { Logger } from '@nestjs/common';
import { Pool, type PoolConfig } from 'pg';
import { CoalescedNotify } from '../coalesced-notify';
import { stableHash } from '../stable-hash';
import { createLogTables } from './embedded-log.schema';
import { EmbeddedRetention } from './embedded-retention';
import { LOG_CHANNEL } from './embedded-session';
import { EmbeddedSubscription } from './embedded-subscription';
import type { EventLog, LogRecord, SubscribeOptions, Subscription } from './event-log';

export interface EmbeddedLogOptions {
  /** Connection URL of a database of its own; its tables are created there at first use. */
  readonly url: string;
  /** Partitions of a topic that does not exist yet. */
  readonly partitions?: number;
  /** Records that every group has behind it are kept so many days. */
  readonly retentionDays?: number;
}

/** No answer within this time counts as a broken connection, so that a half-open one does not hang us. */
const ANSWER_WITHIN_MS = 15_000;

/**
 * The heads of the partitions are locked in one order and until commit, so offsets are dense and become visible in their
 * order: a reader that has seen n will never find something new below n.
 */
const APPEND = `
  WITH said AS (
    SELECT *, row_number() OVER (PARTITION BY topic, partition ORDER BY place) AS nth
    FROM unnest($1::text[], $2::smallint[], $3::text[], $4::text[], $5::text[])
      WITH ORDINALITY AS a(topic, partition, key, headers, value, place)
  ), counted AS (
    SELECT topic, partition, count(*) AS added FROM said GROUP BY topic, partition
  ), locked AS (
    INSERT INTO log.head AS h (topic, partition, next_offset)
    SELECT topic, partition, added FROM counted ORDER BY topic, partition
    ON CONFLICT (topic, partition) DO UPDATE SET next_offset = h.next_offset + excluded.next_offset
    RETURNING topic, partition, next_offset
  )
  INSERT INTO log.record (topic, partition, "offset", key, headers, value)
  SELECT topic, partition, next_offset - added + nth - 1, key, headers::json, value
  FROM said JOIN counted USING (topic, partition) JOIN locked USING (topic, partition)`;

/** The log in a Postgres database: for one machine, with the same guarantees as a broker and nothing to install. */
export class EmbeddedLog implements EventLog {
  private readonly logger = new Logger(EmbeddedLog.name);
  private readonly connection: PoolConfig;
  private readonly pool: Pool;
  private readonly bell: CoalescedNotify;
  private readonly retention: EmbeddedRetention;
  private readonly partitionsOf = new Map<string, number>();
  private readonly subscriptions = new Set<EmbeddedSubscription>();
  private ready: Promise<void> | undefined;

  constructor(private readonly options: EmbeddedLogOptions) {
    this.connection = {
      connectionString: options.url,
      application_name: 'accord-log',
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
    };
    this.pool = new Pool({ ...this.connection, max: 4 });
    this.pool.on('error', () => undefined); // an idle connection broke; the next use opens another
    this.bell = new CoalescedNotify(() => this.pool.query(`SELECT pg_notify('${LOG_CHANNEL}', '')`));
    this.retention = new EmbeddedRetention(this.pool, options.retentionDays ?? 7);
  }

  async append(records: readonly LogRecord[]): Promise<void> {
    if (records.length === 0) return;
    await this.know(records.map(({ topic }) => topic));
    await this.pool.query({
      name: 'accord-log-append',
      text: APPEND,
      values: [
        records.map(({ topic }) => topic),
        records.map(({ topic, key }) => stableHash(key) % (this.partitionsOf.get(topic) as number)),
        records.map(({ key }) => key),
        records.map(({ headers }) => JSON.stringify(headers)),
        records.map(({ value }) => value),
      ],
    });
    this.bell.notify();
  }

  async prepare(topics: readonly string[]): Promise<void> {
    await this.know(topics);
  }

  async subscribe(options: SubscribeOptions): Promise<Subscription> {
    await this.know(options.topics);
    const subscription = new EmbeddedSubscription(this.connection, options, this.partitionsOf);
    this.subscriptions.add(subscription);
    await subscription.start();
    this.retention.start();
    return {
      stop: async () => {
        this.subscriptions.delete(subscription);
        await subscription.stop();
      },
    };
  }

  async close(): Promise<void> {
    this.bell.cancel();
    await this.retention.stop();
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    this.subscriptions.clear();
    await this.pool.end();
  }

  /** A topic keeps the number of partitions that it was created with, whatever this process would have chosen. */
  private async know(topics: readonly string[]): Promise<void> {
    const unknown = [...new Set(topics)].filter((topic) => !this.partitionsOf.has(topic)).sort();
    if (unknown.length === 0) return;

    await this.createTables();
    await this.pool.query(
      'INSERT INTO log.topic (topic, partitions) SELECT topic, $2 FROM unnest($1::text[]) AS topic ON CONFLICT (topic) DO NOTHING',
      [unknown, this.options.partitions ?? 8],
    );
    const { rows } = await this.pool.query<{ topic: string; partitions: number }>(
      'SELECT topic, partitions FROM log.topic WHERE topic = ANY ($1)',
      [unknown],
    );
    for (const { topic, partitions } of rows) this.partitionsOf.set(topic, partitions);
  }

  private async createTables(): Promise<void> {
    this.ready ??= this.createTablesOnce().catch((error: unknown) => {
      this.ready = undefined;
      throw error;
    });
    await this.ready;
  }

  private async createTablesOnce(): Promise<void> {
    const db = await this.pool.connect();
    let whole = false;
    try {
      await createLogTables(db);
      this.logger.log('Events travel through a log in Postgres, which is for one machine; several need Apache Kafka.');
      whole = true;
    } finally {
      db.release(!whole);
    }
  }
}
