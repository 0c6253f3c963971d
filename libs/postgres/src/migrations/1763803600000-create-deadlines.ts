import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDeadlines1763803600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE deadlines (
        id           uuid PRIMARY KEY,
        aggregate_id uuid NOT NULL,
        kind         text NOT NULL,
        due_at       timestamptz NOT NULL,
        act_at       timestamptz NOT NULL,
        payload      jsonb NOT NULL,
        state        text NOT NULL DEFAULT 'waiting',
        attempts     int NOT NULL DEFAULT 0,
        last_error   text,
        done_at      timestamptz,
        CONSTRAINT deadlines_state_known CHECK (state IN ('waiting', 'done', 'cancelled')),
        CONSTRAINT deadlines_ended_has_time CHECK ((state = 'waiting') = (done_at IS NULL)),
        CONSTRAINT deadlines_payload_small CHECK (octet_length(payload::text) <= 8192)
      );
      COMMENT ON COLUMN deadlines.act_at IS 'due_at, or later after a failed attempt';
      CREATE UNIQUE INDEX deadlines_one_waiting ON deadlines (aggregate_id, kind) WHERE state = 'waiting';
      CREATE INDEX deadlines_next ON deadlines (act_at) WHERE state = 'waiting';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE deadlines');
  }
}
