import { queryPrepared } from '@accord/postgres';
import type { EntityManager } from 'typeorm';
import { MediationCase } from '../mediation/mediation-case.entity';

const CASES = `
  INSERT INTO mediation_cases SELECT entered.* FROM jsonb_populate_recordset(NULL::mediation_cases, $1) AS entered
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

const ENTER = { name: 'disputes-enter-case', text: CASES };

const OF_ENTERED = ' JOIN entered ON entered.id = "caseId"';

const ENTER_WHOLE = {
  name: 'disputes-enter-whole-cases',
  text: `WITH entered AS (${CASES}), clocks AS (${clocksFrom('$2', OF_ENTERED)}), lines AS (${linesFrom('$3', OF_ENTERED)})
         SELECT id FROM entered`,
};

const ADD = { name: 'disputes-add-records', text: `WITH clocks AS (${clocksFrom('$1')}) ${linesFrom('$2')}` };

const MOVE = `
  UPDATE case_clocks SET state = moved.state, ended_on = moved."endedOn"
  FROM jsonb_to_recordset($1) AS moved(id uuid, state text, "endedOn" date)
  WHERE case_clocks.id = moved.id`;

/** Enters a new case alone; false where its alert has one already. */
export async function enterCase(tx: EntityManager, mediation: MediationCase): Promise<boolean> {
  return (await queryPrepared(tx, ENTER, [rowsOf(tx, [mediation])])).length > 0;
}

/**
 * Enters new cases with their clocks and timelines in one statement, however many; one whose alert has a case already is
 * left out with all of its own. Answers those that were entered. In the service's own right only: row-level security
 * cannot see a case in the statement that enters it.
 */
export async function enterWholeCases(tx: EntityManager, cases: readonly MediationCase[]): Promise<MediationCase[]> {
  const clocks = cases.flatMap((mediation) => mediation.clocks.started);
  const lines = cases.flatMap((mediation) => mediation.newLines);
  const values = [rowsOf(tx, cases), JSON.stringify(clocks), JSON.stringify(lines)];
  const entered = new Set((await queryPrepared<{ id: string }>(tx, ENTER_WHOLE, values)).map(({ id }) => id));
  return cases.filter(({ id }) => entered.has(id));
}

/** Keeps what a case has added to its clocks and its timeline, in the transaction that keeps the case. */
export async function keepRecords(tx: EntityManager, { clocks, newLines }: MediationCase): Promise<void> {
  const { changed, started } = clocks;
  if (changed.length > 0) await tx.query(MOVE, [JSON.stringify(changed)]);
  if (started.length > 0 || newLines.length > 0) {
    await queryPrepared(tx, ADD, [JSON.stringify(started), JSON.stringify(newLines)]);
  }
}

function rowsOf(tx: EntityManager, cases: readonly MediationCase[]): string {
  const { columns } = tx.dataSource.getMetadata(MediationCase);
  return JSON.stringify(
    cases.map((mediation) =>
      Object.fromEntries(columns.map((column) => [column.databaseName, column.getEntityValue(mediation, true)])),
    ),
  );
}
