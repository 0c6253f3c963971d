import { enableAreaScope } from '@accord/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFacts1763840000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(ALERT_FACTS);
    await db.query(CASE_FACTS);
    for (const table of ['alert_facts', 'case_facts']) {
      await enableAreaScope(db, table);
      await forbidRequestsToWrite(db, table);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE case_facts');
    await db.query('DROP TABLE alert_facts');
  }
}

const ALERT_FACTS = `
  CREATE TABLE alert_facts (
    id            uuid        PRIMARY KEY,
    heard_version integer     NOT NULL,
    number        text        NOT NULL,
    area_code     text        NOT NULL,
    employer_id   uuid        NOT NULL,
    employer_name text        NOT NULL,
    level         text        NOT NULL,
    head_count    integer     NOT NULL,
    state         text        NOT NULL,
    opened_at     timestamptz NOT NULL,
    raised_on     date        NOT NULL,
    escalated_on  date,
    concluded_on  date,
    outcome       text
  );
  CREATE INDEX alert_facts_raised ON alert_facts (raised_on);
  CREATE INDEX alert_facts_escalated ON alert_facts (escalated_on) WHERE escalated_on IS NOT NULL;
`;

const CASE_FACTS = `
  CREATE TABLE case_facts (
    id             uuid        PRIMARY KEY,
    heard_version  integer     NOT NULL,
    number         text        NOT NULL,
    alert_id       uuid,
    area_code      text        NOT NULL,
    employer_id    uuid        NOT NULL,
    employer_name  text        NOT NULL,
    level          text,
    head_count     integer     NOT NULL,
    body_id        uuid,
    mediator_id    uuid,
    state          text        NOT NULL,
    opened_at      timestamptz NOT NULL,
    opened_on      date        NOT NULL,
    decide_by      date,
    decided_on     date,
    accepted_on    date,
    concluded_on   date,
    outcome        text,
    within_clock_a boolean,
    within_clock_b boolean,
    decision_overdue_since   date,
    conclusion_overdue_since date,
    CONSTRAINT case_facts_concluded_somehow CHECK ((concluded_on IS NULL) = (outcome IS NULL))
  );
  CREATE INDEX case_facts_opened ON case_facts (opened_on);
  CREATE INDEX case_facts_accepted ON case_facts (accepted_on) WHERE accepted_on IS NOT NULL;
  CREATE INDEX case_facts_concluded ON case_facts (concluded_on, outcome) WHERE concluded_on IS NOT NULL;
  CREATE INDEX case_facts_decide_by ON case_facts (decide_by) WHERE decide_by IS NOT NULL;
  CREATE INDEX case_facts_overdue ON case_facts (area_code text_pattern_ops)
    WHERE concluded_on IS NULL AND (decision_overdue_since IS NOT NULL OR conclusion_overdue_since IS NOT NULL);
`;

/** Only events change facts. */
async function forbidRequestsToWrite(db: QueryRunner, table: string): Promise<void> {
  await db.query(`
    DO $$ BEGIN
      EXECUTE format('REVOKE INSERT, UPDATE ON ${table} FROM %I', current_database() || '_app');
    END $$;
  `);
}
