import { queryPrepared } from '@accord/postgres';
import type { EntityManager } from 'typeorm';
import { MediationCase } from '../mediation/mediation-case.entity';

const CASE = `
  INSERT INTO mediation_cases SELECT entered.* FROM jsonb_populate_record(NULL::mediation_cases, $1) AS entered
  ON CONFLICT (alert_id) DO NOTHING RETURNING id`;

const clocksFrom = (parameter: string, after = ''): string => `
  INSERT INTO case_clocks (id, case_id, key, name, started_on, due_on, due_at, state, ended_on, provisional, explanation, basis, statutory)
  SELECT c.id, "caseId", key, name, "startedOn", "dueOn", "dueAt", state, "endedOn", provisional, explanation, basis, statutory
  FROM jsonb_to_recordset(${parameter}) AS c(id uuid, "caseId" uuid, key text, name jsonb, "startedOn" date, "dueOn" date,
    "dueAt" timestamptz, state text, "endedOn" date, provisional boolean, explanation jsonb, basis jsonb, statutory boolean)${after}`;

const linesFrom = (parameter: string, after = ''): string => `
  INSERT INTO case_timeline (id, case_id, at, what, actor_id, actor, text)
  SELECT t.id, "caseId", at, what, "actorId", actor, text
  FROM jsonb_to_recordset(${parameter})
    AS t(id uuid, "caseId" uuid, at timestamptz, what text, "actorId" uuid, actor text, text jsonb)${after}`;

const ENTER = { name: 'disputes-enter-case', text: CASE };

const ENTER_WHOLE = {
  name: 'disputes-enter-whole-case',
  text: `WITH entered AS (${CASE}), clocks AS (${clocksFrom('$2', ', entered')}), lines AS (${linesFrom('$3', ', entered')})
         SELECT id FROM entered`,
};

const ADD = { name: 'disputes-add-records', text: `WITH clocks AS (${clocksFrom('$1')}) ${linesFrom('$2')}` };

const MOVE = `
  UPDATE case_clocks SET state = moved.state, ended_on = moved."endedOn"
  FROM jsonb_to_recordset($1) AS moved(id uuid, state text, "endedOn" date)
  WHERE case_clocks.id = moved.id`;

/** Enters a new case alone; false where its alert has one already. */
export async function enterCase(tx: EntityManager, mediation: MediationCase): Promise<boolean> {
  return (await queryPrepared(tx, ENTER, [rowOf(tx, mediation)])).length > 0;
}

/**
 * Enters a new case with its clocks and its timeline in one statement; false, and none of it, where its alert has a case
 * already. In the service's own right only: row-level security cannot see a case in the statement that enters it.
 */
export async function enterWholeCase(tx: EntityManager, mediation: MediationCase): Promise<boolean> {
  const { clocks, newLines } = mediation;
  const values = [rowOf(tx, mediation), JSON.stringify(clocks.started), JSON.stringify(newLines)];
  return (await queryPrepared(tx, ENTER_WHOLE, values)).length > 0;
}

/** Keeps what a case has added to its clocks and its timeline, in the transaction that keeps the case. */
export async function keepRecords(tx: EntityManager, { clocks, newLines }: MediationCase): Promise<void> {
  const { changed, started } = clocks;
  if (changed.length > 0) await tx.query(MOVE, [JSON.stringify(changed)]);
  if (started.length > 0 || newLines.length > 0) {
    await queryPrepared(tx, ADD, [JSON.stringify(started), JSON.stringify(newLines)]);
  }
}

function rowOf(tx: EntityManager, mediation: MediationCase): string {
  const { columns } = tx.dataSource.getMetadata(MediationCase);
  return JSON.stringify(
    Object.fromEntries(columns.map((column) => [column.databaseName, column.getEntityValue(mediation, true)])),
  );
}
