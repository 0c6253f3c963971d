import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIdempotentRequests1763800000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE idempotent_requests (
        staff_id     uuid NOT NULL,
        key          text NOT NULL,
        request_hash text NOT NULL,
        result_id    uuid NOT NULL,
        made_at      timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT idempotent_requests_once PRIMARY KEY (staff_id, key)
      )
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE idempotent_requests');
  }
}
