import { createTestDatabase, type TestDatabase } from '@accord/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { enableAreaScope, enableScopeThrough, makeAppendOnly } from './area-scope';
import { Database } from './database';
import { migrate } from './migrate';

class CreateNotes1763800000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE TABLE notes (id int PRIMARY KEY, area_code text NOT NULL, words text NOT NULL)');
    await db.query('CREATE TABLE note_lines (note_id int NOT NULL REFERENCES notes, line text NOT NULL)');
    await enableAreaScope(db, 'notes');
    await enableScopeThrough(db, 'note_lines', 'notes', 'note_id');
    await makeAppendOnly(db, 'note_lines');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE note_lines, notes');
  }
}

let test: TestDatabase;
let app: DataSource;
let worker: DataSource;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase('area-scope');
  await Promise.all([1, 2].map(() => migrate(test.DATABASE_OWNER_URL, [CreateNotes1763800000001])));
  app = await new DataSource({ type: 'postgres', url: test.DATABASE_URL }).initialize();
  worker = await new DataSource({ type: 'postgres', url: test.DATABASE_WORKER_URL }).initialize();
  database = new Database(app, worker);
  await database.asService(async (tx) => {
    await tx.query(
      "INSERT INTO notes VALUES (1, '320505002', 'a town'), (2, '320505', 'its district'), (3, '320583102', 'elsewhere')",
    );
    await tx.query("INSERT INTO note_lines VALUES (1, 'here'), (3, 'there')");
  });
});

afterAll(async () => {
  await Promise.all([app?.destroy(), worker?.destroy()]);
  await test?.drop();
});

const idsSeenIn = (areas: string[]): Promise<number[]> =>
  database.within({ areas }, async (tx) =>
    ((await tx.query('SELECT id FROM notes ORDER BY id')) as { id: number }[]).map(({ id }) => id),
  );

describe('a request for an area', () => {
  it('sees the area and all below it', async () => {
    expect(await idsSeenIn(['320505'])).toEqual([1, 2]);
  });

  it('does not see the area above', async () => {
    expect(await idsSeenIn(['320505002'])).toEqual([1]);
  });

  it('sees each of several areas', async () => {
    expect(await idsSeenIn(['320505002', '320583'])).toEqual([1, 3]);
  });

  it('sees nothing without an area', async () => {
    expect(await idsSeenIn([])).toEqual([]);
  });

  it('sees what belongs to a row only with the row', async () => {
    const lines = await database.within({ areas: ['320583'] }, (tx) => tx.query('SELECT line FROM note_lines'));

    expect(lines).toEqual([{ line: 'there' }]);
  });

  it('cannot write outside it', async () => {
    const write = database.within({ areas: ['320505'] }, (tx) => tx.query("INSERT INTO notes VALUES (9, '320583', 'smuggled')"));

    await expect(write).rejects.toMatchObject({ code: '42501' });
  });

  it('cannot change what is only ever added to', async () => {
    await expect(
      database.within({ areas: ['32'] }, (tx) => tx.query("UPDATE note_lines SET line = 'other'")),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a query outside any request', () => {
  it('sees nothing, also on a connection that served a request before', async () => {
    await idsSeenIn(['32']);

    expect(await app.query('SELECT id FROM notes')).toEqual([]);
  });
});
