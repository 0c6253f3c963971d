import type { PoolClient } from 'pg';
import type { ReceivedRecord } from '../log/event-log';
import type { HeardEvent } from './heard-event';
import type { Place } from './positions';

export type ParkedReason = 'failed' | 'hung' | 'unreadable' | 'gap' | 'follower';

export interface Parking {
  readonly heard: HeardEvent;
  readonly reason: ParkedReason;
  readonly error: string | null;
}

/** A record that was put aside, as it was received. */
export interface ParkedRecord {
  readonly id: string;
  readonly version: number | null;
  readonly log_partition: number;
  readonly log_offset: string;
  readonly key: string | null;
  readonly headers: Record<string, string>;
  readonly value: string | null;
}

const LONGEST_ERROR = 4_000;

/** Puts records aside; one whose version (or, without one, whose place in the log) is there already is not put there twice. */
export async function putAside(db: PoolClient, consumer: string, parked: readonly Parking[]): Promise<number> {
  if (parked.length === 0) return 0;
  const column = <T>(of: (parking: Parking) => T) => parked.map(of);
  const { rowCount } = await db.query(
    `INSERT INTO messaging.parked
       (consumer, topic, aggregate_id, version, reason, error, log_partition, log_offset, key, headers, value)
     SELECT $1, topic, aggregate_id, version, reason, error, log_partition, log_offset, key, headers::json, value
     FROM unnest($2::text[], $3::text[], $4::integer[], $5::text[], $6::text[], $7::integer[], $8::bigint[], $9::text[], $10::text[], $11::text[])
       AS r(topic, aggregate_id, version, reason, error, log_partition, log_offset, key, headers, value)
     ON CONFLICT DO NOTHING`,
    [
      consumer,
      column(({ heard }) => heard.record.topic),
      column(({ heard }) => heard.aggregateId),
      column(({ heard }) => heard.version),
      column(({ reason }) => reason),
      column(({ error }) => error?.replaceAll('\0', '').slice(0, LONGEST_ERROR) ?? null),
      column(({ heard }) => heard.record.partition),
      column(({ heard }) => heard.record.offset),
      column(({ heard }) => heard.record.key?.replaceAll('\0', '') ?? null),
      column(({ heard }) => JSON.stringify(heard.record.headers)),
      column(({ heard }) => heard.record.value?.replaceAll('\0', '\\u0000') ?? null),
    ],
  );
  return rowCount ?? 0;
}

/** The first one of an aggregate in its order. */
export async function firstParked(
  db: PoolClient,
  { consumer, topic, aggregateId }: Place,
): Promise<(ParkedRecord & { version: number }) | undefined> {
  const { rows } = await db.query<ParkedRecord & { version: number }>(
    `SELECT id, version, log_partition, log_offset, key, headers, value FROM messaging.parked
     WHERE consumer = $1 AND topic = $2 AND aggregate_id = $3 AND version IS NOT NULL ORDER BY version LIMIT 1`,
    [consumer, topic, aggregateId],
  );
  return rows[0];
}

export async function removeParked(db: PoolClient, id: string): Promise<void> {
  await db.query('DELETE FROM messaging.parked WHERE id = $1', [id]);
}

export async function explainParked(db: PoolClient, id: string, reason: ParkedReason, error: string): Promise<void> {
  await db.query('UPDATE messaging.parked SET reason = $2, error = $3 WHERE id = $1', [
    id,
    reason,
    error.slice(0, LONGEST_ERROR),
  ]);
}

/** The record as the log had given it. */
export function receivedRecord(parked: ParkedRecord, topic: string): ReceivedRecord {
  return {
    topic,
    partition: parked.log_partition,
    offset: BigInt(parked.log_offset),
    key: parked.key,
    headers: parked.headers,
    value: parked.value,
  };
}
