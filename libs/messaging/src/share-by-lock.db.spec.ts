import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@accord/testing';
import { Client } from 'pg';
import { ShareByLock } from './share-by-lock';
import { until } from './testing/until';

const PIECES = Array.from({ length: 8 }, (_, n) => `piece ${n}`);

describe('sharing pieces of work', () => {
  let database: TestDatabase;
  let connections: Client[] = [];

  beforeAll(async () => {
    database = await createTestDatabase('share');
  });

  afterEach(async () => {
    await Promise.all(connections.map((connection) => connection.end().catch(() => undefined)));
    connections = [];
  });

  afterAll(() => database.drop());

  async function aMember(): Promise<{ share: ShareByLock; connection: Client }> {
    const connection = new Client({ connectionString: database.DATABASE_WORKER_URL });
    connection.on('error', () => undefined);
    await connection.connect();
    connections.push(connection);
    const share = new ShareByLock(connection, 'the work');
    await share.join();
    return { share, connection };
  }

  it('gives all to one who is alone', async () => {
    const { share } = await aMember();

    expect((await share.claim(PIECES)).gained).toEqual(PIECES);
    expect(await share.claim(PIECES)).toEqual({ gained: [], surplus: [] });
  });

  it('asks for half of them when another comes, who gets it', async () => {
    const { share: one } = await aMember();
    await one.claim(PIECES);
    const { share: other } = await aMember();
    expect((await other.claim(PIECES)).gained).toEqual([]);

    const { surplus } = await one.claim(PIECES);
    await one.release(surplus);
    const { gained } = await other.claim(PIECES);

    expect(gained.sort()).toEqual([...surplus].sort());
    expect([one.held.size, other.held.size]).toEqual([4, 4]);
  });

  it('never gives one piece to two', async () => {
    const members = await Promise.all([aMember(), aMember(), aMember()]);

    await Promise.all(members.map(({ share }) => share.claim(PIECES)));

    const held = members.flatMap(({ share }) => [...share.held]);
    expect(new Set(held).size).toBe(held.length);
    expect(held).toHaveLength(PIECES.length);
  });

  it('frees what was held by one whose connection broke', async () => {
    const { share: one, connection } = await aMember();
    await one.claim(PIECES);
    const { share: other } = await aMember();
    const admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    connections.push(admin);

    const { rows } = await connection.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await admin.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);

    await until('the other holds everything', async () => {
      await other.claim(PIECES);
      return other.held.size === PIECES.length;
    });
    expect([...other.held].sort()).toEqual(PIECES);
  });
});
