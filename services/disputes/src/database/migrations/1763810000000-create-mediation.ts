import { enableAreaScope, enableScopeThrough, makeAppendOnly } from '@accord/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMediation1763810000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const tables of [BODIES, CASES, CLOCKS, RECORDS]) await db.query(tables);
    await enableAreaScope(db, 'mediation_cases');
    for (const table of ['case_clocks', 'mediation_sessions', 'case_timeline'])
      await enableScopeThrough(db, table, 'mediation_cases', 'case_id');
    for (const table of ['mediation_sessions', 'case_timeline']) await makeAppendOnly(db, table);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE case_timeline, mediation_sessions, case_clocks;
      DROP FUNCTION open_cases_of(uuid);
      DROP TABLE mediation_cases, mediator_conflicts, mediators, mediation_bodies;
      DROP SEQUENCE case_serials;
    `);
  }
}

/** The register is open to every area: a town's case may go to a body of its district. */
const BODIES = `
    CREATE TABLE mediation_bodies (
      id          uuid PRIMARY KEY,
      name        text NOT NULL,
      kind        text NOT NULL,
      area_code   text NOT NULL,
      employer_id uuid,
      active      boolean NOT NULL DEFAULT true,
      CONSTRAINT mediation_bodies_kind CHECK (kind IN ('enterprise', 'town', 'industry', 'people')),
      CONSTRAINT mediation_bodies_only_an_enterprise_body_has_an_employer CHECK (employer_id IS NULL OR kind = 'enterprise')
    );
    CREATE INDEX mediation_bodies_serving_an_area ON mediation_bodies (area_code) WHERE active AND kind <> 'enterprise';
    CREATE INDEX mediation_bodies_of_an_employer ON mediation_bodies (employer_id) WHERE active AND employer_id IS NOT NULL;
    CREATE INDEX mediation_bodies_in_order ON mediation_bodies (area_code, id) WHERE active;

    CREATE TABLE mediators (
      id          uuid PRIMARY KEY,
      body_id     uuid NOT NULL REFERENCES mediation_bodies,
      staff_id    uuid NOT NULL,
      name        text NOT NULL,
      specialties text[] NOT NULL DEFAULT '{}',
      employer_id uuid,
      active      boolean NOT NULL DEFAULT true,
      CONSTRAINT mediators_once_per_body UNIQUE (body_id, staff_id)
    );

    CREATE TABLE mediator_conflicts (
      mediator_id uuid NOT NULL REFERENCES mediators,
      employer_id uuid NOT NULL,
      reason      jsonb NOT NULL,
      CONSTRAINT mediator_conflicts_once PRIMARY KEY (mediator_id, employer_id)
    );
`;

const CASES = `
    CREATE SEQUENCE case_serials;
    CREATE TABLE mediation_cases (
      id                uuid PRIMARY KEY,
      case_no           text NOT NULL,
      state             text NOT NULL,
      origin            text NOT NULL,
      alert_id          uuid,
      alert_no          text,
      alert_level       text,
      employer_id       uuid NOT NULL,
      employer_name     text NOT NULL,
      area_code         text NOT NULL,
      claim_types       text[] NOT NULL,
      head_count        integer NOT NULL,
      collective        boolean NOT NULL,
      opened_at         timestamptz NOT NULL,
      opened_on         date NOT NULL,
      proposal          jsonb NOT NULL,
      body_id           uuid REFERENCES mediation_bodies,
      body_name         text,
      application_form             text,
      application_name             text,
      application_phone_sealed     text,
      application_id_number_sealed text,
      application_received_on      date,
      application_request          text,
      application_facts            text,
      consents          jsonb,
      accepted_on       date,
      mediator_id       uuid REFERENCES mediators,
      mediator_staff_id uuid,
      mediator_name     text,
      sessions_held     integer NOT NULL DEFAULT 0,
      agreement_terms               text,
      agreement_amount_fen          bigint,
      agreement_perform_by          date,
      agreement_drafted_on          date,
      agreement_applicant_signed_on  date,
      agreement_respondent_signed_on date,
      agreement_mediator_signed_on   date,
      agreement_body_sealed_on       date,
      agreement_in_force_on          date,
      ended_on          date,
      end_reason        text,
      closing_note      text,
      next_due_at       timestamptz,
      CONSTRAINT mediation_cases_number UNIQUE (case_no),
      CONSTRAINT mediation_cases_one_per_alert UNIQUE (alert_id),
      CONSTRAINT mediation_cases_state CHECK (state IN
        ('opened', 'applied', 'accepted', 'in_mediation', 'agreed', 'settled', 'failed', 'declined', 'withdrawn')),
      CONSTRAINT mediation_cases_origin CHECK (origin IN ('alert', 'application') AND (origin = 'alert') = (alert_id IS NOT NULL)),
      CONSTRAINT mediation_cases_people CHECK (head_count > 0 AND cardinality(claim_types) > 0),
      CONSTRAINT mediation_cases_applied CHECK
        (state <> 'applied' OR (application_received_on IS NOT NULL AND application_name IS NOT NULL AND application_request IS NOT NULL)),
      CONSTRAINT mediation_cases_accepted CHECK
        (state IN ('opened', 'applied', 'declined', 'withdrawn') OR (body_id IS NOT NULL AND accepted_on IS NOT NULL AND consents IS NOT NULL)),
      CONSTRAINT mediation_cases_consents CHECK
        (consents IS NULL OR ((consents->'applicantConsent'->>'given')::boolean AND (consents->'respondentConsent'->>'given')::boolean)),
      CONSTRAINT mediation_cases_led CHECK
        (state NOT IN ('in_mediation', 'agreed', 'settled', 'failed') OR (mediator_id IS NOT NULL AND mediator_staff_id IS NOT NULL)),
      CONSTRAINT mediation_cases_agreed CHECK (state NOT IN ('agreed', 'settled') OR agreement_terms IS NOT NULL),
      CONSTRAINT mediation_cases_settled CHECK
        ((state = 'settled') = (agreement_in_force_on IS NOT NULL) AND (state <> 'settled' OR
          (agreement_applicant_signed_on IS NOT NULL AND agreement_respondent_signed_on IS NOT NULL
           AND agreement_mediator_signed_on IS NOT NULL AND agreement_body_sealed_on IS NOT NULL))),
      CONSTRAINT mediation_cases_ended CHECK ((state IN ('settled', 'failed', 'declined', 'withdrawn')) = (ended_on IS NOT NULL))
    );
    CREATE INDEX mediation_cases_newest ON mediation_cases (opened_at DESC, id DESC);
    CREATE INDEX mediation_cases_by_state ON mediation_cases (state, opened_at DESC, id DESC);
    CREATE INDEX mediation_cases_by_area ON mediation_cases (area_code text_pattern_ops, opened_at DESC);
    CREATE INDEX mediation_cases_of_staff ON mediation_cases (mediator_staff_id, opened_at DESC, id DESC);
    CREATE INDEX mediation_cases_load ON mediation_cases (mediator_id) WHERE ended_on IS NULL;
    CREATE INDEX mediation_cases_owed ON mediation_cases (next_due_at) WHERE next_due_at IS NOT NULL;

    CREATE FUNCTION open_cases_of(mediator uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
      RETURN (SELECT count(*)::integer FROM mediation_cases WHERE mediator_id = mediator AND ended_on IS NULL);
    COMMENT ON FUNCTION open_cases_of IS 'How much a mediator has to do, counted over every area whatever the caller may see.';
`;

const CLOCKS = `
    CREATE TABLE case_clocks (
      id          uuid PRIMARY KEY,
      case_id     uuid NOT NULL REFERENCES mediation_cases,
      key         text NOT NULL,
      name        jsonb NOT NULL,
      started_on  date NOT NULL,
      due_on      date NOT NULL,
      due_at      timestamptz NOT NULL,
      state       text NOT NULL,
      ended_on    date,
      provisional boolean NOT NULL,
      explanation jsonb NOT NULL,
      basis       jsonb NOT NULL,
      statutory   boolean NOT NULL,
      CONSTRAINT case_clocks_state CHECK (state IN ('running', 'met', 'passed', 'superseded', 'stopped')),
      CONSTRAINT case_clocks_ended CHECK (CASE state WHEN 'running' THEN ended_on IS NULL WHEN 'passed' THEN true ELSE ended_on IS NOT NULL END)
    );
    CREATE INDEX case_clocks_of_case ON case_clocks (case_id);
    CREATE UNIQUE INDEX case_clocks_one_stands ON case_clocks (case_id, key) WHERE state <> 'superseded';
`;

const RECORDS = `
    CREATE TABLE mediation_sessions (
      id          uuid PRIMARY KEY,
      case_id     uuid NOT NULL REFERENCES mediation_cases,
      number      integer NOT NULL,
      held_on     date NOT NULL,
      place       text NOT NULL,
      present     text[] NOT NULL,
      record      text NOT NULL,
      recorded_by jsonb NOT NULL,
      recorded_at timestamptz NOT NULL,
      CONSTRAINT mediation_sessions_number UNIQUE (case_id, number)
    );

    CREATE TABLE case_timeline (
      id       uuid PRIMARY KEY,
      case_id  uuid NOT NULL REFERENCES mediation_cases,
      at       timestamptz NOT NULL,
      what     text NOT NULL,
      actor_id uuid,
      actor    text,
      text     jsonb NOT NULL
    );
    CREATE INDEX case_timeline_of_case ON case_timeline (case_id, at, id);
`;
