import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrate } from '@accord/postgres';
import { createTestDatabase, type TestDatabase } from '@accord/testing';
import { DataSource } from 'typeorm';
import { gatewayMigrations } from './gateway-migrations';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase('gateway');
});

afterAll(() => database.drop());

it('can be taken back and done again', async () => {
  await migrate(database.DATABASE_OWNER_URL, gatewayMigrations);
  const owner = new DataSource({ type: 'postgres', url: database.DATABASE_OWNER_URL, migrations: gatewayMigrations });
  await owner.initialize();
  const tables = async (): Promise<unknown[]> =>
    owner.query(`SELECT tablename FROM pg_tables WHERE tablename IN ('staff', 'grants', 'sessions', 'sign_in_attempts')`);

  expect(await tables()).toHaveLength(4);
  for (const _ of gatewayMigrations) await owner.undoLastMigration();
  expect(await tables()).toHaveLength(0);
  await owner.runMigrations();
  expect(await tables()).toHaveLength(4);

  await owner.destroy();
});
