import { enableAreaScope } from '@accord/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateStaff1763900000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE staff (
        id                   uuid PRIMARY KEY,
        username             text NOT NULL,
        name                 text NOT NULL,
        password_hash        text NOT NULL,
        must_change_password boolean NOT NULL,
        state                text NOT NULL,
        areas                text[] NOT NULL,
        created_at           timestamptz NOT NULL,
        CONSTRAINT staff_username_once UNIQUE (username),
        CONSTRAINT staff_username_lower_case CHECK (username = lower(username)),
        CONSTRAINT staff_is_granted_somewhere CHECK (cardinality(areas) > 0)
      );
      CREATE TABLE grants (
        id         uuid PRIMARY KEY,
        staff_id   uuid NOT NULL REFERENCES staff (id),
        role       text NOT NULL,
        area_code  text NOT NULL,
        body_id    uuid,
        valid_from timestamptz NOT NULL,
        valid_to   timestamptz,
        CONSTRAINT grants_end_after_they_begin CHECK (valid_to >= valid_from)
      );
      CREATE INDEX grants_of_staff ON grants (staff_id) WHERE valid_to IS NULL;
      CREATE UNIQUE INDEX grants_held_once ON grants (staff_id, role, area_code, coalesce(body_id, staff_id)) WHERE valid_to IS NULL;
    `);
    await enableAreaScope(db, 'grants');
    await this.scopeStaff(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION other_administrators_over(uuid, text);
      DROP TABLE grants;
      DROP TABLE staff;
      DROP FUNCTION in_any_area_scope(text[]);
    `);
  }

  /** A person is seen by whoever has part in their areas, with all they are granted; only grants inside can be changed. */
  private async scopeStaff(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION in_any_area_scope(codes text[]) RETURNS boolean LANGUAGE sql STABLE
        RETURN EXISTS (SELECT 1 FROM unnest(codes) AS code WHERE in_area_scope(code));
      ALTER TABLE staff ENABLE ROW LEVEL SECURITY;
      DO $$ BEGIN
        EXECUTE format('CREATE POLICY staff_in_area ON staff TO %I USING (in_any_area_scope(areas)) WITH CHECK (in_any_area_scope(areas))', current_database() || '_app');
        EXECUTE format('CREATE POLICY staff_every_area ON staff TO %I USING (true) WITH CHECK (true)', current_database() || '_worker');
        EXECUTE format('CREATE POLICY grants_of_seen_staff ON grants FOR SELECT TO %I USING (EXISTS (SELECT 1 FROM staff WHERE staff.id = grants.staff_id))', current_database() || '_app');
      END $$;
      CREATE FUNCTION other_administrators_over(person uuid, area text) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
        RETURN (SELECT count(DISTINCT staff.id) FROM staff JOIN grants ON grants.staff_id = staff.id
                WHERE staff.id <> person AND staff.state = 'active' AND grants.valid_to IS NULL
                  AND grants.role = 'administrator' AND area ^@ grants.area_code);
    `);
  }
}
