import { enableAreaScope } from '@accord/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTasks1763830000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(SUBJECTS);
    await db.query(TASKS);
    await db.query(INDEXES);
    await enableAreaScope(db, 'task_subjects');
    await enableAreaScope(db, 'tasks');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE tasks');
    await db.query('DROP TABLE task_subjects');
  }
}

const SUBJECTS = `
  CREATE TABLE task_subjects (
    id                uuid    PRIMARY KEY,
    kind              text    NOT NULL,
    heard_version     integer NOT NULL,
    number            text    NOT NULL,
    label             text    NOT NULL,
    area_code         text    NOT NULL,
    level             text,
    climbed           integer NOT NULL,
    escalated         boolean NOT NULL,
    body_id           uuid,
    mediator_staff_id uuid,
    sessions_held     integer NOT NULL,
    clock_b_due_on    date,
    clock_b_provisional boolean NOT NULL,
    CONSTRAINT task_subjects_kind CHECK (kind IN ('alert', 'case'))
  )
`;

const TASKS = `
  CREATE TABLE tasks (
    id             uuid        PRIMARY KEY,
    kind           text        NOT NULL,
    subject_id     uuid        NOT NULL REFERENCES task_subjects (id),
    subject_kind   text        NOT NULL,
    subject_number text        NOT NULL,
    subject_label  text        NOT NULL,
    generation     integer     NOT NULL,
    area_code      text        NOT NULL,
    audience       text        NOT NULL,
    body_id        uuid,
    level          text,
    priority       smallint    NOT NULL,
    state          text        NOT NULL,
    assignee_id    uuid,
    assignee_name  text,
    raised_at      timestamptz NOT NULL,
    due_at         timestamptz,
    provisional    boolean     NOT NULL,
    ended_at       timestamptz,
    ended_because_of text,
    CONSTRAINT tasks_once_per_cause UNIQUE (subject_id, kind, generation),
    CONSTRAINT tasks_state CHECK (state IN ('open', 'claimed', 'done', 'cancelled')),
    CONSTRAINT tasks_priority CHECK (priority BETWEEN 1 AND 4),
    CONSTRAINT tasks_claimed_by_somebody CHECK (state <> 'claimed' OR assignee_id IS NOT NULL),
    CONSTRAINT tasks_ended_says_why CHECK ((state IN ('done', 'cancelled')) = (ended_at IS NOT NULL AND ended_because_of IS NOT NULL))
  )
`;

/** One open task of a kind per subject: an item lies in exactly one queue. */
const INDEXES = `
  CREATE UNIQUE INDEX tasks_one_open_of_a_kind ON tasks (subject_id, kind) WHERE state IN ('open', 'claimed');
  CREATE INDEX tasks_of_assignee ON tasks (assignee_id, state);
  CREATE INDEX tasks_for_role ON tasks (audience, area_code text_pattern_ops) WHERE state IN ('open', 'claimed');
  CREATE INDEX tasks_by_due ON tasks (due_at) WHERE state IN ('open', 'claimed');
  CREATE INDEX tasks_ended ON tasks (ended_at DESC, id DESC) WHERE state IN ('done', 'cancelled');
`;
