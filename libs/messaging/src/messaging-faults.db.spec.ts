import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type OwnPostgres, startOwnPostgres } from '@accord/testing';
import { Parking } from './inbox/parking';
import { Outbox } from './outbox/outbox';
import { aLogInPostgres } from './testing/a-log-in-postgres';
import type { OpenedLog } from './testing/event-log.contract';
import { TestHouse } from './testing/test-house';

const PATIENCE_MS = 120_000;

describe('a database that goes away under load and comes back', () => {
  let postgres: OwnPostgres;
  let log: OpenedLog;
  let house: TestHouse;

  beforeAll(async () => {
    postgres = await startOwnPostgres();
    log = await aLogInPostgres(postgres);
    house = await TestHouse.open(log, postgres);
    await house.startProcess();
  }, PATIENCE_MS);

  afterAll(async () => {
    await house?.close();
    await log?.close();
    await postgres?.close();
  }, PATIENCE_MS);

  const outages: [string, (server: OwnPostgres) => Promise<void>][] = [
    ['is stopped at once', (server) => server.stop('immediate')],
    ['is killed', (server) => server.kill()],
  ];
  for (const [how, end] of outages) {
    it(
      `loses, doubles and parks nothing when it ${how}`,
      async () => {
        const process = await house.startProcess();
        const outbox = process.get(Outbox);
        const things = await Promise.all(Array.from({ length: 6 }, () => house.aThing(outbox)));
        let writing = true;
        const writers = things.map(async ({ id }) => {
          while (writing) await house.happen(outbox, id).catch(() => sleep(50)); // refused while the database is away
        });

        await sleep(1_000);
        await end(postgres);
        await sleep(1_500);
        await postgres.start();
        await sleep(1_000);
        writing = false;
        await Promise.all(writers);

        for (const { id } of things) {
          const said = await house.said(id);
          await house.untilTaken(id, ...said);
          expect(await house.taken(id)).toEqual(said);
        }
        expect(await process.get(Parking).list()).toEqual([]);
        await house.stopProcess(process);
      },
      PATIENCE_MS,
    );
  }
});
