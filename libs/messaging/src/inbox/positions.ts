import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { Run } from './runs';

/** `holding`: something came too early and waits; `parked`: an event failed and all that follow queue behind it. */
export type PositionState = 'flowing' | 'holding' | 'parked';

/** Where a consumer stood with an aggregate, and where it stands if this transaction commits. */
export interface Claim {
  readonly before: number;
  readonly after: number;
  readonly state: PositionState;
}

export interface Place {
  readonly consumer: string;
  readonly topic: string;
  readonly aggregateId: string;
}

/**
 * Moves every aggregate of a chunk to the end of its run where the run continues what was taken, locks all of them, and
 * says where each stood: one statement for duplicates, gaps and parked aggregates alike.
 */
const CLAIM = `
  WITH asked AS (SELECT * FROM unnest($2::text[], $3::text[], $4::integer[], $5::integer[]) AS a(topic, aggregate_id, first, last))
  INSERT INTO messaging.position AS p (consumer, topic, aggregate_id, version)
  SELECT $1, topic, aggregate_id, CASE WHEN first = 1 THEN last ELSE 0 END FROM asked ORDER BY topic, aggregate_id
  ON CONFLICT (consumer, topic, aggregate_id) DO UPDATE SET version = CASE WHEN p.state = 'parked' THEN p.version ELSE (
    SELECT CASE WHEN a.first <= p.version + 1 THEN greatest(p.version, a.last) ELSE p.version END
    FROM asked a WHERE a.topic = p.topic AND a.aggregate_id = p.aggregate_id) END
  RETURNING p.topic, p.aggregate_id, coalesce(old.version, 0) AS before, new.version AS after, new.state`;

/** The claims in the order of the runs. */
export async function claimRuns(db: PoolClient, consumer: string, runs: readonly Run[]): Promise<Claim[]> {
  const { rows } = await db.query<Claim & { topic: string; aggregate_id: string }>({
    name: 'accord-inbox-claim',
    text: CLAIM,
    values: [
      consumer,
      runs.map(({ topic }) => topic),
      runs.map(({ aggregateId }) => aggregateId),
      runs.map(({ first }) => first),
      runs.map(({ last }) => last),
    ],
  });
  const claims = new Map(rows.map((row) => [`${row.topic} ${row.aggregate_id}`, row]));
  return runs.map(({ topic, aggregateId }) => claims.get(`${topic} ${aggregateId}`) as Claim);
}

/** Locks one aggregate's position, at 0 where there was none. */
export async function lockPosition(db: PoolClient, place: Place): Promise<{ version: number; state: PositionState }> {
  const { rows } = await db.query<{ version: number; state: PositionState }>(
    `INSERT INTO messaging.position AS p (consumer, topic, aggregate_id, version) VALUES ($1, $2, $3, 0)
     ON CONFLICT (consumer, topic, aggregate_id) DO UPDATE SET version = p.version RETURNING version, state`,
    [place.consumer, place.topic, place.aggregateId],
  );
  return rows[0] as { version: number; state: PositionState };
}

export async function movePosition(db: PoolClient, place: Place, to: { version: number; state: PositionState }): Promise<void> {
  await db.query(
    'UPDATE messaging.position SET version = $4, state = $5 WHERE consumer = $1 AND topic = $2 AND aggregate_id = $3',
    [place.consumer, place.topic, place.aggregateId, to.version, to.state],
  );
}

/** Marks aggregates of which something waits; a parked one stays parked. */
export async function markHolding(db: PoolClient, consumer: string, runs: readonly Run[]): Promise<void> {
  await db.query(
    `UPDATE messaging.position p SET state = 'holding' FROM unnest($2::text[], $3::text[]) AS h(topic, aggregate_id)
     WHERE p.consumer = $1 AND p.topic = h.topic AND p.aggregate_id = h.aggregate_id AND p.state = 'flowing'`,
    [consumer, runs.map(({ topic }) => topic), runs.map(({ aggregateId }) => aggregateId)],
  );
}

/** Aggregates whose next event is there and was not taken. */
export async function waitingPlaces(db: DataSource, consumer: string): Promise<Place[]> {
  const rows = await db.query<{ topic: string; aggregate_id: string }[]>(
    `SELECT p.topic, p.aggregate_id FROM messaging.position p
     JOIN messaging.parked k ON k.consumer = p.consumer AND k.topic = p.topic AND k.aggregate_id = p.aggregate_id AND k.version <= p.version + 1
     WHERE p.consumer = $1 AND p.state = 'holding' GROUP BY p.topic, p.aggregate_id`,
    [consumer],
  );
  return rows.map(({ topic, aggregate_id: aggregateId }) => ({ consumer, topic, aggregateId }));
}
