import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The outbox, its archive, the inbox positions and the parked events, in a schema of their own in the service's database. */
export class CreateMessaging1763800000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE SCHEMA messaging');
    await db.query(SAYING);
    await db.query(ARCHIVE);
    await db.query(ARCHIVE_DAYS);
    await db.query(HEARING);
    await db.query(GRANTS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP SCHEMA messaging CASCADE');
  }
}

const SAYING = `
  CREATE TABLE messaging.aggregate_version (
    aggregate_type text    NOT NULL,
    aggregate_id   text    NOT NULL,
    version        integer NOT NULL,
    CONSTRAINT aggregate_version_pkey PRIMARY KEY (aggregate_type, aggregate_id),
    CONSTRAINT aggregate_version_counts_from_one CHECK (version > 0)
  ) WITH (fillfactor = 80);

  CREATE TABLE messaging.outbox (
    id             bigint GENERATED ALWAYS AS IDENTITY,
    event_id       uuid        NOT NULL DEFAULT uuidv7(),
    aggregate_type text        NOT NULL,
    aggregate_id   text        NOT NULL,
    version        integer     NOT NULL,
    shard          smallint    NOT NULL,
    type           text        NOT NULL,
    event_version  smallint    NOT NULL,
    topic          text        NOT NULL,
    payload        json        NOT NULL,
    traceparent    text        NOT NULL,
    occurred_at    timestamptz NOT NULL,
    parked_because text,
    CONSTRAINT outbox_pkey PRIMARY KEY (id),
    CONSTRAINT outbox_one_per_version UNIQUE (aggregate_type, aggregate_id, version)
  ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_analyze_scale_factor = 0,
          autovacuum_analyze_threshold = 50000);
  CREATE INDEX outbox_parked ON messaging.outbox (aggregate_type, aggregate_id, id) WHERE parked_because IS NOT NULL;

  CREATE TABLE messaging.relay_shard (
    shard    smallint    NOT NULL,
    epoch    bigint      NOT NULL DEFAULT 0,
    taken_at timestamptz,
    CONSTRAINT relay_shard_pkey PRIMARY KEY (shard)
  );
  INSERT INTO messaging.relay_shard (shard) SELECT generate_series(0, 15);
`;

/** Rows of a day whose partition is missing land in the default one: the relay never waits for the calendar. */
const ARCHIVE = `
  CREATE TABLE messaging.archive (
    id             bigint      NOT NULL,
    event_id       uuid        NOT NULL,
    aggregate_type text        NOT NULL,
    aggregate_id   text        NOT NULL,
    version        integer     NOT NULL,
    shard          smallint    NOT NULL,
    type           text        NOT NULL,
    event_version  smallint    NOT NULL,
    topic          text        NOT NULL,
    payload        json        NOT NULL,
    traceparent    text        NOT NULL,
    occurred_at    timestamptz NOT NULL,
    sent_at        timestamptz NOT NULL
  ) PARTITION BY RANGE (sent_at);
  CREATE INDEX archive_by_id ON messaging.archive (id);
  CREATE TABLE messaging.archive_other PARTITION OF messaging.archive DEFAULT;
`;

/** The worker may not create tables; this runs as the owner and can do nothing but keep the archive's days in order. */
const ARCHIVE_DAYS = `
  CREATE FUNCTION messaging.keep_archive_days(ahead integer, keep integer) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    today date := (now() AT TIME ZONE 'UTC')::date;
    day date;
    old text;
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('accord.messaging.archive'));
    FOR day IN SELECT today + n FROM generate_series(0, ahead) AS n LOOP
      IF to_regclass(format('messaging.archive_%s', to_char(day, 'YYYYMMDD'))) IS NULL
        AND NOT EXISTS (SELECT FROM messaging.archive_other
                        WHERE sent_at >= day::timestamp AT TIME ZONE 'UTC' AND sent_at < (day + 1)::timestamp AT TIME ZONE 'UTC') THEN
        EXECUTE format('CREATE TABLE messaging.archive_%s PARTITION OF messaging.archive FOR VALUES FROM (%L) TO (%L)',
          to_char(day, 'YYYYMMDD'), day || ' 00:00+00', (day + 1) || ' 00:00+00');
      END IF;
    END LOOP;
    FOR old IN SELECT relname FROM pg_class JOIN pg_inherits ON inhrelid = pg_class.oid
               WHERE inhparent = 'messaging.archive'::regclass AND relname ~ '^archive_[0-9]{8}$'
                 AND to_date(right(relname, 8), 'YYYYMMDD') < today - keep LOOP
      EXECUTE format('DROP TABLE messaging.%I', old);
    END LOOP;
    DELETE FROM messaging.archive_other WHERE sent_at < now() - make_interval(days => keep);
  END $$;
  REVOKE ALL ON FUNCTION messaging.keep_archive_days(integer, integer) FROM PUBLIC;
  SELECT messaging.keep_archive_days(7, 90);
`;

const HEARING = `
  CREATE TABLE messaging.position (
    consumer     text    NOT NULL,
    topic        text    NOT NULL,
    aggregate_id text    NOT NULL,
    version      integer NOT NULL,
    state        text    NOT NULL DEFAULT 'flowing',
    CONSTRAINT position_pkey PRIMARY KEY (consumer, topic, aggregate_id),
    CONSTRAINT position_state CHECK (state IN ('flowing', 'holding', 'parked'))
  ) WITH (fillfactor = 80);
  CREATE INDEX position_holding ON messaging.position (consumer) WHERE state = 'holding';

  CREATE TABLE messaging.parked (
    id           bigint GENERATED ALWAYS AS IDENTITY,
    consumer     text        NOT NULL,
    topic        text        NOT NULL,
    aggregate_id text        NOT NULL,
    version      integer,
    reason       text        NOT NULL,
    error        text,
    log_partition integer    NOT NULL,
    log_offset   bigint      NOT NULL,
    key          text,
    headers      json        NOT NULL,
    value        text,
    parked_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT parked_pkey PRIMARY KEY (id),
    CONSTRAINT parked_reason CHECK (reason IN ('failed', 'hung', 'unreadable', 'gap', 'follower')),
    CONSTRAINT parked_once_per_version UNIQUE (consumer, topic, aggregate_id, version)
  );
  CREATE UNIQUE INDEX parked_once_per_record ON messaging.parked (consumer, topic, log_partition, log_offset) WHERE version IS NULL;

  CREATE TABLE messaging.discarded (
    id           bigint      NOT NULL,
    consumer     text        NOT NULL,
    topic        text        NOT NULL,
    aggregate_id text        NOT NULL,
    version      integer,
    error        text,
    headers      json        NOT NULL,
    value        text,
    because      text        NOT NULL,
    discarded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT discarded_pkey PRIMARY KEY (consumer, id),
    CONSTRAINT discarded_says_why CHECK (because <> '')
  );
`;

/** A request may only record what it says; the worker moves rows but owns nothing. Roles are created beside the database. */
const GRANTS = `
  DO $$
  DECLARE
    app text := current_database() || '_app';
    worker text := current_database() || '_worker';
  BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA messaging TO %I, %I', app, worker);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON messaging.aggregate_version TO %I', app);
    EXECUTE format('GRANT INSERT ON messaging.outbox TO %I', app);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA messaging TO %I', worker);
    EXECUTE format('GRANT EXECUTE ON FUNCTION messaging.keep_archive_days(integer, integer) TO %I', worker);
  END $$;
`;
