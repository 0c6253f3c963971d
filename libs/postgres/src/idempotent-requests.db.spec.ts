import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@accord/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { IdempotentRequests } from './idempotent-requests';
import { migrate } from './migrate';

let test: TestDatabase;
let app: DataSource;
const once = new IdempotentRequests();
const staffId = randomUUID();

beforeAll(async () => {
  test = await createTestDatabase('idempotent');
  await migrate(test.DATABASE_OWNER_URL, []);
  app = await new DataSource({ type: 'postgres', url: test.DATABASE_URL }).initialize();
});

afterAll(async () => {
  await app?.destroy();
  await test?.drop();
});

describe('a creating request with a key', () => {
  it('creates once and answers a repeat with the same id, also when both arrive at once', async () => {
    let created = 0;
    const ask = { key: randomUUID(), staffId, request: { headCount: 37 } };
    const send = (): Promise<string> =>
      app.transaction((tx) =>
        once.once(tx, ask, randomUUID(), async () => {
          created += 1;
        }),
      );

    const ids = new Set(await Promise.all([send(), send(), send(), send()]));

    expect(created).toBe(1);
    expect(ids.size).toBe(1);
  });

  it('is refused when it asks for something else under the same key', async () => {
    const key = randomUUID();
    const send = (headCount: number): Promise<string> =>
      app.transaction((tx) => once.once(tx, { key, staffId, request: { headCount } }, randomUUID(), async () => undefined));
    await send(1);

    await expect(send(2)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', field: 'Idempotency-Key' });
  });

  it('may be sent again after it failed', async () => {
    const ask = { key: randomUUID(), staffId, request: {} };
    const failing = app.transaction((tx) =>
      once.once(tx, ask, randomUUID(), async () => {
        throw new Error('no');
      }),
    );
    await expect(failing).rejects.toThrow('no');
    const id = randomUUID();

    expect(await app.transaction((tx) => once.once(tx, ask, id, async () => undefined))).toBe(id);
  });
});
