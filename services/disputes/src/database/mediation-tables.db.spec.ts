import { migrate } from '@accord/postgres';
import { messagingMigrations } from '@accord/messaging';
import { createTestDatabase, type TestDatabase } from '@accord/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { disputes } from '../disputes.definition';

let database: TestDatabase;
let owner: Client;
let app: Client;

beforeAll(async () => {
  database = await createTestDatabase('disputes');
  await migrate(database.DATABASE_OWNER_URL, [...messagingMigrations, ...disputes.migrations]);
  owner = await connect(database.adminUrl);
  app = await connect(database.DATABASE_URL);
}, 60_000);
afterAll(async () => {
  await owner.end();
  await app.end();
  await database.drop();
});

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

const ROW = {
  state: 'opened',
  origin: 'application',
  employer_id: randomUUID(),
  employer_name: '苏州顺达物流有限公司',
  area_code: '320505001',
  claim_types: '{unpaid_wages}',
  head_count: 1,
  collective: false,
  opened_at: '2026-03-02T02:00:00Z',
  opened_on: '2026-03-02',
  proposal: '{}',
};

async function insertCase(given: Record<string, unknown> = {}, as: Client = owner): Promise<string> {
  const id = randomUUID();
  const row = { id, case_no: id, ...ROW, ...given };
  const names = Object.keys(row);
  await as.query(
    `INSERT INTO mediation_cases (${names.join(', ')}) VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(row),
  );
  return id;
}

describe('the database itself refuses', () => {
  it.each([
    [
      'a second case for an alert',
      'mediation_cases_one_per_alert',
      { origin: 'alert', alert_id: '0198b2c4-0000-7000-8000-000000000002' },
    ],
    [
      'an accepted case without a body',
      'mediation_cases_accepted',
      { state: 'accepted', accepted_on: '2026-03-03', consents: '{}' },
    ],
    [
      'a settled case without its signatures',
      'mediation_cases_',
      { state: 'settled', ended_on: '2026-03-03', agreement_in_force_on: '2026-03-03' },
    ],
    ['an end without its date', 'mediation_cases_ended', { state: 'declined' }],
    [
      'a consent that was not given',
      'mediation_cases_consents',
      { consents: '{"applicantConsent":{"given":true},"respondentConsent":{"given":false}}' },
    ],
    ['a dispute of nobody', 'mediation_cases_people', { head_count: 0 }],
    ['an alert’s case without its alert', 'mediation_cases_origin', { origin: 'alert' }],
  ])('%s', async (_what, constraint, given) => {
    await insertCase('alert_id' in given ? given : {});

    await expect(insertCase(given)).rejects.toMatchObject({ constraint: expect.stringContaining(constraint) });
  });
});

describe('the role that answers requests', () => {
  it('sees nothing outside a transaction that was opened for an area', async () => {
    await insertCase();

    expect((await app.query('SELECT id FROM mediation_cases')).rowCount).toBe(0);
  });

  it('sees the cases of its area and below, and their records with them', async () => {
    const here = await insertCase({ area_code: '320507003' });
    await insertCase({ area_code: '320508' });
    await owner.query(`INSERT INTO case_timeline (id, case_id, at, what, text) VALUES ($1, $2, now(), 'opened', '{}')`, [
      randomUUID(),
      here,
    ]);
    await app.query('BEGIN');
    await app.query(`SELECT set_config('accord.areas', '320507', true)`);

    const cases = await app.query('SELECT id FROM mediation_cases');
    const lines = await app.query('SELECT case_id FROM case_timeline');
    await app.query('ROLLBACK');

    expect(cases.rows).toEqual([{ id: here }]);
    expect(lines.rows).toEqual([{ case_id: here }]);
  });

  it.each([
    'UPDATE case_timeline SET text = $$ {} $$',
    'DELETE FROM case_timeline',
    'UPDATE mediation_sessions SET record = $$ $$',
    'DELETE FROM mediation_cases',
  ])('may not: %s', async (statement) => {
    await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the migrations', () => {
  it('go back and forth', async () => {
    const source = new DataSource({
      type: 'postgres',
      url: database.DATABASE_OWNER_URL,
      migrations: disputes.migrations,
      migrationsTableName: 'own_migrations',
    });
    await source.initialize();
    try {
      const [migration] = disputes.migrations.map((Migration) => new Migration());
      const runner = source.createQueryRunner();
      await migration?.down(runner);
      await migration?.up(runner);
      await runner.release();

      expect((await owner.query('SELECT count(*)::int AS cases FROM mediation_cases')).rows).toEqual([{ cases: 0 }]);
    } finally {
      await source.destroy();
    }
  });
});
