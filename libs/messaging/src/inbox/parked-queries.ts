import type { DataSource } from 'typeorm';
import type { ParkedEvent, ParkedFilter } from './parked-event';
import type { Place } from './positions';

/** The name under which events are listed that the relay could not send. */
export const RELAY = 'relay';

const HEADS = `
  SELECT DISTINCT ON (consumer, topic, aggregate_id, version IS NULL)
    id, consumer, topic, aggregate_id AS "aggregateId", version, headers ->> 'ce_type' AS type, reason, error, parked_at AS "parkedAt",
    count(*) OVER (PARTITION BY consumer, topic, aggregate_id, version IS NULL)::integer - 1 AS followers
  FROM messaging.parked
  WHERE ($1::text IS NULL OR consumer = $1) AND ($2::text IS NULL OR aggregate_id = $2)
  ORDER BY consumer, topic, aggregate_id, version IS NULL, version, id`;

const UNSENDABLE = `
  SELECT o.id, '${RELAY}' AS consumer, o.topic, o.aggregate_id AS "aggregateId", o.version, o.type, 'unsendable' AS reason,
    o.parked_because AS error, NULL::timestamptz AS "parkedAt",
    (SELECT count(*)::integer FROM messaging.outbox f
     WHERE f.aggregate_type = o.aggregate_type AND f.aggregate_id = o.aggregate_id AND f.id > o.id) AS followers
  FROM messaging.outbox o
  WHERE o.parked_because IS NOT NULL AND ($1::text IS NULL OR $1 = '${RELAY}') AND ($2::text IS NULL OR o.aggregate_id = $2)`;

/** Oldest first. */
export async function listParked(db: DataSource, { consumer, aggregateId, limit = 100 }: ParkedFilter): Promise<ParkedEvent[]> {
  return await db.query(`SELECT * FROM (${HEADS}) h UNION ALL SELECT * FROM (${UNSENDABLE}) u ORDER BY "parkedAt", id LIMIT $3`, [
    consumer ?? null,
    aggregateId ?? null,
    limit,
  ]);
}

/** Where something of an aggregate is parked, by consumer and topic. */
export async function placesOf(db: DataSource, aggregateId: string, consumer: string | undefined): Promise<Place[]> {
  const rows = await db.query<{ consumer: string; topic: string }[]>(
    `SELECT DISTINCT consumer, topic FROM messaging.parked
     WHERE aggregate_id = $1 AND ($2::text IS NULL OR consumer = $2) ORDER BY consumer, topic`,
    [aggregateId, consumer ?? null],
  );
  return rows.map((row) => ({ ...row, aggregateId }));
}

/** How many of an aggregate's events are still parked in a consumer. */
export async function countParked(db: DataSource, { consumer, topic, aggregateId }: Place): Promise<number> {
  const [row] = await db.query<{ left: number }[]>(
    'SELECT count(*)::integer AS left FROM messaging.parked WHERE consumer = $1 AND topic = $2 AND aggregate_id = $3',
    [consumer, topic, aggregateId],
  );
  return row?.left ?? 0;
}
