import { startPostgres } from '@accord/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { PreparingClient } from './preparing-client';

let db: DataSource;

beforeAll(async () => {
  const { url } = await startPostgres();
  db = await new DataSource({ type: 'postgres', url, extra: { Client: PreparingClient, max: 1 } }).initialize();
});

afterAll(() => db?.destroy());

const preparedTexts = async (): Promise<string[]> =>
  (await db.query<{ statement: string }[]>('SELECT statement FROM pg_prepared_statements')).map(({ statement }) => statement);

describe('a connection that prepares', () => {
  it('plans a statement with parameters once, whoever sends it', async () => {
    for (const n of [1, 2, 3]) expect(await db.query('SELECT $1::int + 1 AS next', [n])).toEqual([{ next: n + 1 }]);

    expect((await preparedTexts()).filter((text) => text === 'SELECT $1::int + 1 AS next')).toHaveLength(1);
  });

  it('sends a statement without parameters as it is, several at once too', async () => {
    await db.query('CREATE TEMP TABLE twice (n int); INSERT INTO twice VALUES (1), (2)');

    expect(await db.query('SELECT count(*)::int AS n FROM twice')).toEqual([{ n: 2 }]);
  });

  it('goes on after a statement that failed', async () => {
    await expect(db.query('SELECT 1 / $1::int', [0])).rejects.toThrow('division by zero');

    expect(await db.query('SELECT 4 / $1::int AS half', [2])).toEqual([{ half: 2 }]);
    expect(await db.query('SELECT 1 / $1::int AS one', [1])).toEqual([{ one: 1 }]);
  });
});
