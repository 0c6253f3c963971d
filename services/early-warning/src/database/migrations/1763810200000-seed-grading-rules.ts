import { makeAppendOnly } from '@accord/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { proposedGrading } from '../../alerts/proposed-grading.data';

export class SeedGradingRules1763810200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE grading_rules (
        version        integer PRIMARY KEY,
        effective_from timestamptz NOT NULL,
        rules          jsonb NOT NULL,
        note           text NOT NULL,
        CONSTRAINT grading_rules_version_positive CHECK (version > 0)
      )
    `);
    await makeAppendOnly(db, 'grading_rules');
    await db.query('INSERT INTO grading_rules (version, effective_from, rules, note) VALUES (1, $1, $2, $3)', [
      '2000-01-01T00:00:00+08:00',
      JSON.stringify(proposedGrading),
      'Proposed default; the federation has to confirm it.',
    ]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE grading_rules');
  }
}
