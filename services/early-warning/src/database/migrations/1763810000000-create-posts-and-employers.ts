import { enableAreaScope } from '@accord/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePostsAndEmployers1763810000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE warning_posts (
        id        uuid PRIMARY KEY,
        name      text NOT NULL,
        area_code text NOT NULL,
        kind      text NOT NULL,
        CONSTRAINT warning_posts_area_is_a_division CHECK (area_code ~ '^\\d{2}(\\d{2}(\\d{2}(\\d{3}(\\d{3})?)?)?)?$')
      );
      CREATE INDEX warning_posts_by_area ON warning_posts (area_code);

      CREATE TABLE known_employers (
        id         uuid PRIMARY KEY,
        name       text NOT NULL,
        -- The name without what people write differently: width, spaces, punctuation.
        name_key   text NOT NULL,
        initials   text NOT NULL,
        area_code  text NOT NULL,
        head_count integer,
        confirmed  boolean NOT NULL,
        CONSTRAINT known_employers_head_count_positive CHECK (head_count > 0)
      );
      CREATE INDEX known_employers_by_name_key ON known_employers (name_key);
      CREATE INDEX known_employers_by_area ON known_employers (area_code);
    `);
    await enableAreaScope(db, 'warning_posts');
    await enableAreaScope(db, 'known_employers');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE known_employers, warning_posts');
  }
}
