import type { EntityManager } from 'typeorm';
import { ACTING_DEADLINE } from './deadlines';
import type { Deadline, DeadlineHandler } from './on-deadline';

/** `acted`: done by this call. `elsewhere`: another runner is at it. `gone`: done, cancelled or moved meanwhile. */
export type ActResult = 'acted' | 'elsewhere' | 'gone';

/** The deadline was cancelled or moved while its handler ran; rolls back what the handler did. */
export class DeadlineOvertaken extends Error {}

/**
 * Does what one due deadline asks, in `tx`, and marks it done there. A lock on the deadline's id, not on its row, keeps
 * two runners apart: the row is written last, after the handler has locked its aggregate, in the same order in which a
 * service that locks its aggregate and then cancels takes them, so the two never wait for each other.
 */
export async function actOnDeadline(
  tx: EntityManager,
  id: string,
  now: Date,
  handlers: ReadonlyMap<string, DeadlineHandler>,
): Promise<ActResult> {
  const [claim] = await tx.query(
    `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS mine, set_config('${ACTING_DEADLINE}', $1, true)`,
    [id],
  );
  if (!claim.mine) return 'elsewhere';

  // Read after the lock was won: whoever held it before has committed, and this statement sees what it did.
  const deadline = await readWaiting(tx, id, now);
  const handle = deadline && handlers.get(deadline.kind);
  if (deadline === undefined || handle === undefined) return 'gone';

  await handle(deadline, tx);
  await markDone(tx, id, now);
  return 'acted';
}

async function readWaiting(tx: EntityManager, id: string, now: Date): Promise<Deadline | undefined> {
  const [row] = await tx.query(
    `SELECT id, aggregate_id AS "aggregateId", kind, due_at AS "dueAt", payload, attempts
     FROM deadlines WHERE id = $1 AND state = 'waiting' AND act_at <= $2`,
    [id, now],
  );
  return row;
}

/** A handler that set the next deadline of its kind has ended this one itself. */
async function markDone(tx: EntityManager, id: string, now: Date): Promise<void> {
  const [ended] = await tx.query(
    `UPDATE deadlines SET state = 'done', done_at = $2 WHERE id = $1 AND state = 'waiting' RETURNING id`,
    [id, now],
  );
  if (ended.length > 0) return;
  const [row] = await tx.query('SELECT state FROM deadlines WHERE id = $1', [id]);
  if (row.state !== 'done') throw new DeadlineOvertaken(`Deadline ${id} was ${row.state} meanwhile.`);
}

/** Puts the next attempt off: 1 s, 2 s, 4 s … at most 5 min. Nothing to do where the deadline no longer waits. */
export async function recordFailure(tx: EntityManager, id: string, now: Date, error: unknown): Promise<void> {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  await tx.query(
    `UPDATE deadlines SET attempts = attempts + 1, last_error = $3,
       act_at = $2::timestamptz + least(interval '5 minutes', interval '1 second' * power(2, least(attempts, 12)))
     WHERE id = $1 AND state = 'waiting'`,
    [id, now, said.slice(0, 500)],
  );
}
