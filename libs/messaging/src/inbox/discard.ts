import type { PoolClient } from 'pg';
import { lockPosition, movePosition, type Place } from './positions';

/**
 * Moves the first parked event of an aggregate to the discarded ones and the position behind it, in the caller's
 * transaction. One that does not say its version goes only when no other is left. False where nothing is parked.
 */
export async function discardFirst(db: PoolClient, place: Place, because: string): Promise<boolean> {
  const position = await lockPosition(db, place);
  const { rows } = await db.query<{ version: number | null }>(
    `WITH gone AS (
       DELETE FROM messaging.parked WHERE id = (
         SELECT id FROM messaging.parked WHERE consumer = $1 AND topic = $2 AND aggregate_id = $3 ORDER BY version NULLS LAST, id LIMIT 1
       ) RETURNING *
     )
     INSERT INTO messaging.discarded (id, consumer, topic, aggregate_id, version, error, headers, value, because)
     SELECT id, consumer, topic, aggregate_id, version, error, headers, value, $4 FROM gone RETURNING version`,
    [place.consumer, place.topic, place.aggregateId, because],
  );
  const [gone] = rows;
  if (!gone) return false;
  if (gone.version !== null) await movePosition(db, place, { ...position, version: Math.max(position.version, gone.version) });
  return true;
}
