import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate } from '@accord/postgres';
import { createTestDatabase, type TestDatabase } from '@accord/testing';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { messagingMigrations } from './messaging-migrations';

describe('the tables of messaging', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase('tables');
    await migrate(database.DATABASE_OWNER_URL, messagingMigrations);
  });

  afterAll(() => database.drop());

  async function as(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      let rows: Record<string, unknown>[] = [];
      for (const statement of statements) ({ rows } = await client.query(statement));
      return rows;
    } finally {
      await client.end();
    }
  }

  it.each([
    ['read the outbox', 'SELECT * FROM messaging.outbox'],
    ['take a row out of the outbox', 'DELETE FROM messaging.outbox'],
    ['move a position', 'UPDATE messaging.position SET version = 0'],
    ['see what is parked', 'SELECT * FROM messaging.parked'],
    ['drop the archive', 'SELECT messaging.keep_archive_days(0, 0)'],
  ])('do not let a request %s', async (_what, statement) => {
    await expect(as(database.DATABASE_URL, statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('do not let the worker make or drop tables', async () => {
    await expect(as(database.DATABASE_WORKER_URL, 'CREATE TABLE messaging.mine (id integer)')).rejects.toMatchObject({
      code: '42501',
    });
    await expect(as(database.DATABASE_WORKER_URL, 'DROP TABLE messaging.outbox')).rejects.toMatchObject({ code: '42501' });
  });

  it('have an archive with a partition for today and the days ahead', async () => {
    const days = `SELECT count(*)::integer AS days FROM pg_inherits WHERE inhparent = 'messaging.archive'::regclass`;

    expect(await as(database.DATABASE_WORKER_URL, days)).toEqual([{ days: 9 }]); // today, seven ahead, and the default
    expect(await as(database.DATABASE_WORKER_URL, 'SELECT messaging.keep_archive_days(10, 90)', days)).toEqual([{ days: 12 }]);
  });

  it('forget days of the archive that are older than they are kept', async () => {
    const old = `to_regclass('messaging.archive_20200101')`;
    await as(
      database.DATABASE_OWNER_URL,
      `CREATE TABLE messaging.archive_20200101 PARTITION OF messaging.archive FOR VALUES FROM ('2020-01-01 00:00+00') TO ('2020-01-02 00:00+00')`,
    );

    await as(database.DATABASE_WORKER_URL, 'SELECT messaging.keep_archive_days(7, 90)');

    expect(await as(database.DATABASE_OWNER_URL, `SELECT ${old} AS left`)).toEqual([{ left: null }]);
  });

  it('are taken away again by the way back', async () => {
    const other = await createTestDatabase('tables');
    const owner = new DataSource({ type: 'postgres', url: other.DATABASE_OWNER_URL, migrations: messagingMigrations });
    await owner.initialize();
    await owner.runMigrations();

    await owner.undoLastMigration();

    expect(await owner.query(`SELECT to_regnamespace('messaging') AS left`)).toEqual([{ left: null }]);
    await owner.destroy();
    await other.drop();
  });
});
