import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDutyOfficers1763810300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE duty_officers (
        staff_id uuid PRIMARY KEY,
        -- Empty for somebody who is no duty officer any more.
        areas    text[] NOT NULL
      );
      CREATE INDEX duty_officers_by_area ON duty_officers USING gin (areas);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE duty_officers');
  }
}
