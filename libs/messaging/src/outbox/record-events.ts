import type { PoolClient } from 'pg';
import type { QueryRunner } from 'typeorm';
import type { AnnouncedEvent } from './announced-event';

/**
 * The version row is each aggregate's lock, and `locked` is read to its end (the final sort needs all of it) before the
 * first identity id is drawn: ids of one aggregate grow in the order of its commits. Locks are taken in one order.
 */
const RECORD = `
  WITH said AS (
    SELECT *, row_number() OVER (PARTITION BY aggregate_type, aggregate_id ORDER BY place) AS nth
    FROM unnest($1::text[], $2::text[], $3::smallint[], $4::text[], $5::smallint[], $6::text[], $7::text[], $8::text[], $9::timestamptz[])
      WITH ORDINALITY
      AS a(aggregate_type, aggregate_id, shard, type, event_version, topic, payload, traceparent, occurred_at, place)
  ), counted AS (
    SELECT aggregate_type, aggregate_id, count(*)::integer AS added FROM said GROUP BY aggregate_type, aggregate_id
  ), locked AS (
    INSERT INTO messaging.aggregate_version AS v (aggregate_type, aggregate_id, version)
    SELECT aggregate_type, aggregate_id, added FROM counted ORDER BY aggregate_type, aggregate_id
    ON CONFLICT (aggregate_type, aggregate_id) DO UPDATE SET version = v.version + excluded.version
    RETURNING aggregate_type, aggregate_id, version
  )
  INSERT INTO messaging.outbox
    (aggregate_type, aggregate_id, version, shard, type, event_version, topic, payload, traceparent, occurred_at)
  SELECT aggregate_type, aggregate_id, locked.version - added + nth, shard, type, event_version, topic, payload::json, traceparent,
         coalesce(occurred_at, clock_timestamp())
  FROM said JOIN counted USING (aggregate_type, aggregate_id) JOIN locked USING (aggregate_type, aggregate_id)
  ORDER BY place`;

/** Records events in the transaction of `runner`: one statement, one round trip, however many there are. */
export async function recordEvents(runner: QueryRunner, events: readonly AnnouncedEvent[]): Promise<void> {
  const connection = (await runner.connect()) as PoolClient;
  await connection.query({
    name: 'accord-record-events',
    text: RECORD,
    values: [
      events.map((event) => event.aggregateType),
      events.map((event) => event.aggregateId),
      events.map((event) => event.shard),
      events.map((event) => event.type),
      events.map((event) => event.eventVersion),
      events.map((event) => event.topic),
      events.map((event) => event.payload),
      events.map((event) => event.traceparent),
      events.map((event) => event.occurredAt),
    ],
  });
}
