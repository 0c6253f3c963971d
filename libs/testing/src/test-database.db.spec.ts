import { afterEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { startOwnPostgres } from './postgres';
import { createTestDatabase, type TestDatabase } from './test-database';

let made: TestDatabase[] = [];

afterEach(async () => {
  await Promise.all(made.map((database) => database.drop()));
  made = [];
});

async function aDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase('early-warning');
  made.push(database);
  return database;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('creating a test database', () => {
  it('gives a Postgres 18 that sorts and folds Unicode', async () => {
    const { DATABASE_OWNER_URL } = await aDatabase();

    const [row] = await ask(
      DATABASE_OWNER_URL,
      `SELECT current_setting('server_version_num')::int / 10000 AS major, upper('été') AS upper`,
    );

    expect(row).toEqual({ major: 18, upper: 'ÉTÉ' });
  });

  it('gives the three roles of production, of which only the owner makes tables', async () => {
    const { DATABASE_OWNER_URL, DATABASE_URL, DATABASE_WORKER_URL } = await aDatabase();

    await ask(DATABASE_OWNER_URL, 'CREATE TABLE notes (id int)');
    await ask(DATABASE_URL, 'INSERT INTO notes VALUES (1)');

    expect(await ask(DATABASE_WORKER_URL, 'SELECT id FROM notes')).toEqual([{ id: 1 }]);
    await expect(ask(DATABASE_URL, 'CREATE TABLE others (id int)')).rejects.toMatchObject({ code: '42501' });
  });

  it('keeps two databases of one service apart', async () => {
    const [one, other] = [await aDatabase(), await aDatabase()];

    await ask(one.DATABASE_OWNER_URL, 'CREATE TABLE notes (id int)');

    expect(await ask(other.DATABASE_OWNER_URL, `SELECT to_regclass('notes') AS there`)).toEqual([{ there: null }]);
  });

  it('drops it even while somebody is connected', async () => {
    const database = await createTestDatabase('disputes');
    const lingering = new Client({ connectionString: database.DATABASE_URL });
    lingering.on('error', () => {});
    await lingering.connect();

    await database.drop();

    await expect(ask(database.adminUrl, 'SELECT 1')).rejects.toMatchObject({ code: '3D000' });
  });
});

describe('a Postgres of one’s own', () => {
  it('has what was committed after kill -9', async () => {
    const server = await startOwnPostgres();
    try {
      await ask(server.url, 'CREATE TABLE ledger AS SELECT generate_series(1, 1000) AS n');

      await server.kill();
      await expect(ask(server.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
      await server.start();

      expect(await ask(server.url, 'SELECT count(*)::int AS kept FROM ledger')).toEqual([{ kept: 1000 }]);
    } finally {
      await server.close();
    }
  });
});
