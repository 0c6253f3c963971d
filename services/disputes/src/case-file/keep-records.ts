import type { EntityManager } from 'typeorm';
import type { MediationCase } from '../mediation/mediation-case.entity';

/** New clocks and new lines go in together: one round trip however many there are. */
const ADD = `
  WITH clocks AS (
    INSERT INTO case_clocks (id, case_id, key, name, started_on, due_on, due_at, state, ended_on, provisional, explanation, basis, statutory)
    SELECT id, "caseId", key, name, "startedOn", "dueOn", "dueAt", state, "endedOn", provisional, explanation, basis, statutory
    FROM jsonb_to_recordset($1) AS c(id uuid, "caseId" uuid, key text, name jsonb, "startedOn" date, "dueOn" date, "dueAt" timestamptz,
      state text, "endedOn" date, provisional boolean, explanation jsonb, basis jsonb, statutory boolean)
  )
  INSERT INTO case_timeline (id, case_id, at, what, actor_id, actor, text)
  SELECT id, "caseId", at, what, "actorId", actor, text
  FROM jsonb_to_recordset($2) AS t(id uuid, "caseId" uuid, at timestamptz, what text, "actorId" uuid, actor text, text jsonb)`;

const MOVE = `
  UPDATE case_clocks SET state = moved.state, ended_on = moved."endedOn"
  FROM jsonb_to_recordset($1) AS moved(id uuid, state text, "endedOn" date)
  WHERE case_clocks.id = moved.id`;

/** Keeps what a case has added to its clocks and its timeline, in the transaction that keeps the case. */
export async function keepRecords(tx: EntityManager, { clocks, newLines }: MediationCase): Promise<void> {
  const { changed, started } = clocks;
  if (changed.length > 0) await tx.query(MOVE, [JSON.stringify(changed)]);
  if (started.length > 0 || newLines.length > 0) await tx.query(ADD, [JSON.stringify(started), JSON.stringify(newLines)]);
}
