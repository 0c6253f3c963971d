import type { DataSource } from 'typeorm';

/** The type of what is sent in place of a discarded event: nobody handles it, and the versions keep their sequence. */
export const WITHDRAWN = 'messaging.event-withdrawn';

/** Lets the relay try again what it could not send. Returns how many. */
export async function retryUnsendable(db: DataSource, aggregateId: string): Promise<number> {
  const [, count] = await db.query<[unknown, number]>(
    'UPDATE messaging.outbox SET parked_because = NULL WHERE aggregate_id = $1 AND parked_because IS NOT NULL',
    [aggregateId],
  );
  return count;
}

/** Takes the content out of an event that cannot be sent; what follows it flows again. False where there was none. */
export async function withdrawUnsendable(db: DataSource, aggregateId: string, because: string): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `WITH first AS (
       SELECT * FROM messaging.outbox WHERE aggregate_id = $1 AND parked_because IS NOT NULL ORDER BY id LIMIT 1 FOR UPDATE
     ), kept AS (
       INSERT INTO messaging.discarded (id, consumer, topic, aggregate_id, version, error, headers, value, because)
       SELECT id, 'relay', topic, aggregate_id, version, parked_because, json_build_object('ce_type', type), payload::text, $2 FROM first
     ), emptied AS (
       UPDATE messaging.outbox o SET type = '${WITHDRAWN}', payload = '{}', parked_because = NULL FROM first WHERE o.id = first.id
       RETURNING o.id
     )
     SELECT id FROM emptied`,
    [aggregateId, because],
  );
  return rows.length > 0;
}
