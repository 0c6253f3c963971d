import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSessions1763900000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE sessions (
        id           text PRIMARY KEY,
        staff_id     uuid NOT NULL REFERENCES staff (id),
        created_at   timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at   timestamptz NOT NULL,
        ended_at     timestamptz,
        browser      text NOT NULL
      );
      CREATE INDEX sessions_open ON sessions (staff_id) WHERE ended_at IS NULL;
      CREATE INDEX sessions_past ON sessions (expires_at);
      CREATE TABLE sign_in_attempts (
        id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        about    text NOT NULL,
        address  text NOT NULL,
        made_at  timestamptz NOT NULL
      );
      CREATE INDEX sign_in_attempts_about ON sign_in_attempts (about, made_at);
      CREATE INDEX sign_in_attempts_address ON sign_in_attempts (address, made_at);
      CREATE INDEX sign_in_attempts_age ON sign_in_attempts (made_at);
      DO $$ BEGIN
        EXECUTE format('GRANT DELETE ON sessions, sign_in_attempts TO %I', current_database() || '_worker');
        EXECUTE format('REVOKE ALL ON sign_in_attempts FROM %I', current_database() || '_app');
      END $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE sign_in_attempts; DROP TABLE sessions');
  }
}
