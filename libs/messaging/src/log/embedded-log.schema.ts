import type { ClientBase } from 'pg';

/** Serialises the processes that open a fresh log at once; CREATE … IF NOT EXISTS alone races. */
const ONE_AT_A_TIME = `SELECT pg_advisory_xact_lock(hashtext('accord.log.schema'))`;

const TABLES = `
  CREATE SCHEMA IF NOT EXISTS log;
  CREATE TABLE IF NOT EXISTS log.topic (
    topic      text     NOT NULL,
    partitions smallint NOT NULL,
    CONSTRAINT topic_pkey PRIMARY KEY (topic),
    CONSTRAINT topic_has_partitions CHECK (partitions > 0)
  );
  CREATE TABLE IF NOT EXISTS log.head (
    topic       text     NOT NULL,
    partition   smallint NOT NULL,
    next_offset bigint   NOT NULL,
    CONSTRAINT head_pkey PRIMARY KEY (topic, partition)
  ) WITH (fillfactor = 50);
  CREATE TABLE IF NOT EXISTS log.record (
    topic       text        NOT NULL,
    partition   smallint    NOT NULL,
    "offset"    bigint      NOT NULL,
    key         text        NOT NULL,
    headers     json        NOT NULL,
    value       text        NOT NULL,
    appended_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT record_pkey PRIMARY KEY (topic, partition, "offset")
  );
  CREATE INDEX IF NOT EXISTS record_by_age ON log.record USING brin (appended_at);
  CREATE TABLE IF NOT EXISTS log.group_position (
    consumer_group text     NOT NULL,
    topic          text     NOT NULL,
    partition      smallint NOT NULL,
    next_offset    bigint   NOT NULL,
    CONSTRAINT group_position_pkey PRIMARY KEY (consumer_group, topic, partition)
  ) WITH (fillfactor = 50);
`;

/** Creates the log's tables in a fresh database; changes nothing in one that has them. */
export async function createLogTables(db: ClientBase): Promise<void> {
  await db.query(`BEGIN; ${ONE_AT_A_TIME}; ${TABLES} COMMIT;`);
}
