import { enableAreaScope, enableScopeThrough, makeAppendOnly } from '@accord/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAlerts1763810100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(ALERTS);
    await db.query(TIMELINE);
    await db.query(NUMBERS);
    await enableAreaScope(db, 'alerts');
    await enableScopeThrough(db, 'alert_timeline', 'alerts', 'alert_id');
    await makeAppendOnly(db, 'alert_timeline');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION next_alert_number(text, integer);
      DROP TABLE alert_timeline, alerts;
      DO $$ DECLARE numbers text; BEGIN
        FOR numbers IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' AND sequencename ~ '^alert_numbers_\\d{4}$' LOOP
          EXECUTE format('DROP SEQUENCE %I', numbers);
        END LOOP;
      END $$;
    `);
  }
}

const ALERTS = `
  CREATE TABLE alerts (
    id                   uuid PRIMARY KEY,
    alert_no             text NOT NULL,
    state                text NOT NULL,
    level                text NOT NULL,
    grading              jsonb NOT NULL,
    area_code            text NOT NULL,
    employer_id          uuid NOT NULL REFERENCES known_employers,
    employer_name        text NOT NULL,
    employer_key         text NOT NULL,
    place                text,
    head_count           integer NOT NULL,
    claim_types          text[] NOT NULL,
    signs                jsonb NOT NULL,
    observed             text NOT NULL,
    source               text NOT NULL,
    post_id              uuid REFERENCES warning_posts,
    occurred_at          timestamptz NOT NULL,
    raised_at            timestamptz NOT NULL,
    raised_by            uuid NOT NULL,
    raised_by_name       text NOT NULL,
    rung                 integer NOT NULL,
    rung_area            text NOT NULL,
    answer_due_at        timestamptz,
    acknowledged_by      uuid,
    acknowledged_by_name text,
    acknowledged_at      timestamptz,
    verified_by          uuid,
    verified_at          timestamptz,
    findings             text,
    escalated_at         timestamptz,
    escalated_by         uuid,
    case_id              uuid,
    case_no              text,
    outcome              text,
    stand_down_reason    text,
    joined_into          uuid REFERENCES alerts,
    CONSTRAINT alerts_number_once UNIQUE (alert_no),
    CONSTRAINT alerts_one_per_case UNIQUE (case_id),
    CONSTRAINT alerts_state_known
      CHECK (state IN ('raised', 'acknowledged', 'verified', 'escalated', 'resolved', 'unresolved', 'stood_down', 'joined')),
    CONSTRAINT alerts_level_known CHECK (level IN ('blue', 'yellow', 'orange', 'red')),
    CONSTRAINT alerts_area_is_a_division CHECK (area_code ~ '^\\d{2}(\\d{2}(\\d{2}(\\d{3}(\\d{3})?)?)?)?$'),
    CONSTRAINT alerts_climb_within_their_area CHECK (area_code ^@ rung_area),
    CONSTRAINT alerts_head_count_positive CHECK (head_count > 0),
    CONSTRAINT alerts_claim_something CHECK (cardinality(claim_types) > 0),
    CONSTRAINT alerts_occur_before_raised CHECK (occurred_at <= raised_at),
    CONSTRAINT alerts_acknowledged_by_somebody CHECK (state <> 'acknowledged' OR (acknowledged_by IS NOT NULL AND answer_due_at IS NOT NULL)),
    CONSTRAINT alerts_escalated_at_some_time CHECK (state NOT IN ('escalated', 'resolved', 'unresolved') OR escalated_at IS NOT NULL),
    CONSTRAINT alerts_escalated_by_needs_time CHECK (escalated_by IS NULL OR escalated_at IS NOT NULL),
    CONSTRAINT alerts_ended_with_outcome CHECK (state NOT IN ('resolved', 'unresolved') OR outcome IS NOT NULL),
    CONSTRAINT alerts_stood_down_for_a_reason CHECK ((state = 'stood_down') = (stand_down_reason IS NOT NULL)),
    CONSTRAINT alerts_joined_into_another CHECK ((state = 'joined') = (joined_into IS NOT NULL) AND joined_into <> id),
    CONSTRAINT alerts_wait_only_while_open CHECK (answer_due_at IS NULL OR state IN ('raised', 'acknowledged', 'escalated'))
  );
  CREATE INDEX alerts_newest_first ON alerts (raised_at DESC, id DESC);
  CREATE INDEX alerts_by_area ON alerts (area_code, raised_at DESC, id DESC);
  CREATE INDEX alerts_by_state ON alerts (state, raised_at DESC, id DESC);
  CREATE INDEX alerts_by_raiser ON alerts (raised_by, raised_at DESC, id DESC);
  CREATE INDEX alerts_by_employer ON alerts (employer_id, raised_at DESC);
  CREATE INDEX alerts_by_employer_key ON alerts (employer_key, raised_at DESC);
`;

const TIMELINE = `
  CREATE TABLE alert_timeline (
    line     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alert_id uuid NOT NULL REFERENCES alerts,
    at       timestamptz NOT NULL,
    what     text NOT NULL,
    actor    text,
    text     jsonb NOT NULL
  );
  CREATE INDEX alert_timeline_of_alert ON alert_timeline (alert_id, at, line);
`;

/** Numbers start again every year; a year's sequence is made by its first alert. Gaps are harmless. */
const NUMBERS = `
  CREATE FUNCTION next_alert_number(area text, year integer) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    numbers text := 'public.alert_numbers_' || lpad(year::text, 4, '0');
  BEGIN
    IF to_regclass(numbers) IS NULL THEN
      PERFORM pg_advisory_xact_lock(hashtext('accord.alert-numbers'));
      EXECUTE 'CREATE SEQUENCE IF NOT EXISTS ' || numbers;
    END IF;
    RETURN format('YJ-%s-%s-%s', left(area, 6), year, lpad(nextval(numbers::regclass)::text, 6, '0'));
  END $$;
`;
