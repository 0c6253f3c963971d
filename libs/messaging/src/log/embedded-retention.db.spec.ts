import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@accord/testing';
import { Pool } from 'pg';
import { Listener } from '../testing/listener';
import { until } from '../testing/until';
import { EmbeddedLog } from './embedded-log';
import { EmbeddedRetention } from './embedded-retention';

describe('forgetting old records', () => {
  let database: TestDatabase;
  let pool: Pool;
  let log: EmbeddedLog;

  beforeAll(async () => {
    database = await createTestDatabase('log');
    pool = new Pool({ connectionString: database.DATABASE_OWNER_URL });
    log = new EmbeddedLog({ url: database.DATABASE_OWNER_URL, partitions: 1 });
  });

  afterAll(async () => {
    await log.close();
    await pool.end();
    await database.drop();
  });

  it('spares what is young and what a group has not taken yet', async () => {
    const topic = 'accord.test.retention';
    const append = (...values: string[]) => log.append(values.map((value) => ({ topic, key: 'one key', headers: {}, value })));
    await append('old and taken', 'old and waiting');
    const halfway = await Listener.on(log, { group: 'halfway', topic, settles: ({ value }) => value === 'old and taken' });
    await until('the group came to the second', () => halfway.received.length >= 2);
    await halfway.stop();
    await pool.query(`UPDATE log.record SET appended_at = now() - interval '8 days'`);
    await append('young');

    const forgotten = await new EmbeddedRetention(pool, 7).forget();

    const { rows } = await pool.query<{ value: string }>('SELECT value FROM log.record ORDER BY "offset"');
    expect(forgotten).toBe(1);
    expect(rows.map(({ value }) => value)).toEqual(['old and waiting', 'young']);
  });
});
