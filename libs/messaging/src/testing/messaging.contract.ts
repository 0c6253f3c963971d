import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { CloudEventHeader } from '../cloud-event';
import { Parking } from '../inbox/parking';
import type { LogRecord } from '../log/event-log';
import { MessagingStatus } from '../messaging-status';
import { Outbox } from '../outbox/outbox';
import { withTrace } from '../trace-context';
import type { OpenedLog } from './event-log.contract';
import { TestHouse } from './test-house';
import { Thing, type Trouble } from './thing';
import { until } from './until';

const PATIENCE_MS = 180_000;

/** What reaches a handler, from end to end: every log has to carry it; each runs it in a spec of its own. */
export function describeMessaging(name: string, open: () => Promise<OpenedLog>): void {
  describe(`messaging over ${name}`, () => {
    let opened: OpenedLog;
    let house: TestHouse;
    let process: INestApplicationContext;
    let outbox: Outbox;
    let parking: Parking;

    beforeAll(async () => {
      opened = await open();
      house = await TestHouse.open(opened);
      process = await house.startProcess();
      outbox = process.get(Outbox);
      parking = process.get(Parking);
    }, PATIENCE_MS);

    afterAll(async () => {
      await house?.close();
      await opened.close();
    }, PATIENCE_MS);

    const test = (sentence: string, body: () => Promise<void>) => it(sentence, body, PATIENCE_MS);

    describe('an event', () => {
      test('takes effect once, however often the log gives it', async () => {
        const thing = await house.aThing(outbox, 'none', 'none');
        await house.untilTaken(thing.id, 1, 2);
        await until('it was archived', async () => (await house.sentRecords(thing.id)).length === 2);
        const again = await house.sentRecords(thing.id);

        await house.log.append([...again, ...again]);
        await house.log.append([...again].reverse());
        await house.happen(outbox, thing.id);
        await house.untilTaken(thing.id, 1, 2, 3);

        expect(await house.taken(thing.id)).toEqual([1, 2, 3]);
      });

      test('takes effect in the order of its aggregate', async () => {
        const things = await Promise.all(Array.from({ length: 5 }, () => house.aThing(outbox)));

        await Promise.all(things.flatMap(({ id }) => Array.from({ length: 30 }, () => house.happen(outbox, id))));
        for (const { id } of things) await house.untilTaken(id, ...Array(30).keys());

        for (const { id } of things) expect(await house.taken(id)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
      });

      test('is not said when its transaction is rolled back', async () => {
        const thing = await house.aThing(outbox, 'none');
        const rolledBack = house.app.transaction(async (tx) => {
          const loaded = await tx.findOneByOrFail(Thing, { id: thing.id });
          loaded.happen(house.events);
          await outbox.save(tx, loaded);
          throw new Error('the request failed');
        });
        await expect(rolledBack).rejects.toThrow('the request failed');

        await house.happen(outbox, thing.id);
        await house.untilTaken(thing.id, 1, 2);

        expect(await house.taken(thing.id)).toEqual([1, 2]);
      });

      test('is refused outside of a transaction', async () => {
        const thing = new Thing();
        thing.happen(house.events);

        await expect(outbox.add(house.app.manager, thing)).rejects.toThrow('inside a transaction');
        expect(await house.app.manager.existsBy(Thing, { id: thing.id })).toBe(false);
      });

      test('is refused, with its entity, when it breaks its contract', async () => {
        const thing = new Thing();
        thing.happen(house.events, 'unheard of' as Trouble);

        await expect(house.app.transaction((tx) => outbox.add(tx, thing))).rejects.toThrow('trouble');
        expect(await house.app.manager.existsBy(Thing, { id: thing.id })).toBe(false);
      });

      test('carries the trace of the request to its handler and to what the handler announces', async () => {
        const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
        const thing = await withTrace(`00-${trace}-00f067aa0ba902b7-01`, () => house.aThing(outbox, 'none'));

        await until('the echo was heard', async () => (await house.effects('echoed', thing.id)).length === 1);

        const [happened, echoed] = [(await house.effects('happened', thing.id))[0], (await house.effects('echoed', thing.id))[0]];
        expect(happened?.traceparent.split('-')[1]).toBe(trace);
        expect(echoed?.traceparent.split('-')[1]).toBe(trace);
        expect(new Set([happened?.traceparent, echoed?.traceparent, `00-${trace}-00f067aa0ba902b7-01`]).size).toBe(3);
      });

      test('of a type that nobody here handles lets the next one pass', async () => {
        const thingId = randomUUID();
        const before = process.get(MessagingStatus).snapshot().foreign;

        await house.log.append([
          aRecord(house, thingId, 1, { [CloudEventHeader.type]: `${house.service}.thing-of-the-future` }),
          aRecord(house, thingId, 2),
        ]);
        await house.untilTaken(thingId, 2);

        expect(await house.taken(thingId)).toEqual([2]);
        expect(process.get(MessagingStatus).snapshot().foreign).toBe(before + 1);
      });

      test('that comes before its predecessor is held and never applied early', async () => {
        const thingId = randomUUID();
        const other = await house.aThing(outbox, 'none');

        await house.log.append([aRecord(house, thingId, 1), aRecord(house, thingId, 3)]);
        await house.log.append([aRecord(house, thingId, 4)]);
        await until('both are held', async () => (await parking.list({ aggregateId: thingId }))[0]?.followers === 1);
        await house.untilTaken(other.id, 1);

        expect(await house.taken(thingId)).toEqual([1]);
        expect(await parking.list({ aggregateId: thingId })).toMatchObject([{ reason: 'gap', version: 3 }]);

        await house.log.append([aRecord(house, thingId, 2)]);
        await house.untilTaken(thingId, 1, 2, 3, 4);
        expect(await house.taken(thingId)).toEqual([1, 2, 3, 4]);
        await until('nothing waits any more', async () => (await parking.list({ aggregateId: thingId })).length === 0);
      });

      test('whose predecessor is lost for good is taken when an administrator says so', async () => {
        const thingId = randomUUID();
        await house.log.append([aRecord(house, thingId, 1), aRecord(house, thingId, 3)]);
        await until('it is held', async () => (await parking.list({ aggregateId: thingId })).length === 1);

        expect(await parking.requeue({ aggregateId: thingId })).toEqual({ taken: 0, left: 1 });
        expect(await parking.requeue({ aggregateId: thingId }, { overGaps: true })).toEqual({ taken: 1, left: 0 });

        expect(await house.taken(thingId)).toEqual([1, 3]);
      });
    });

    describe('a handler', () => {
      test('announces something together with its receipt, or not at all', async () => {
        const thing = await house.aThing(outbox, 'none', 'fails_after_echo');
        await until('it was parked', async () => (await parking.list({ aggregateId: thing.id })).length === 1);
        await until('the first echo was heard', async () => (await house.effects('echoed', thing.id)).length === 1);

        expect(await house.taken(thing.id)).toEqual([1]);
        expect((await house.effects('echoed', thing.id)).map(({ n }) => n)).toEqual([1]);

        house.temper.mended = true;
        await parking.requeue({ aggregateId: thing.id });
        house.temper.mended = false;
        await until('the second echo was heard', async () => (await house.effects('echoed', thing.id)).length === 2);
        expect((await house.effects('echoed', thing.id)).map(({ n }) => n)).toEqual([1, 2]);
      });

      const troubles: Trouble[] = ['type_error', 'hangs', 'hangs_in_database', 'swallows_error'];
      for (const trouble of troubles) {
        test(`that stumbles (${trouble}) stops only the aggregate it stumbled over, which is requeued in order`, async () => {
          const poisoned = await house.aThing(outbox, 'none', trouble, 'none', 'none');
          const healthy = await Promise.all(Array.from({ length: 8 }, () => house.aThing(outbox, 'none', 'none')));

          for (const { id } of healthy) await house.untilTaken(id, 1, 2);
          await until(
            'its followers queue behind it',
            async () => (await parking.list({ aggregateId: poisoned.id }))[0]?.followers === 2,
          );

          expect(await house.taken(poisoned.id)).toEqual([1]);
          expect(await parking.list({ aggregateId: poisoned.id })).toMatchObject([
            { consumer: house.service, version: 2, reason: trouble.startsWith('hangs') ? 'hung' : 'failed' },
          ]);

          house.temper.mended = true;
          const requeued = await parking.requeue({ aggregateId: poisoned.id });
          house.temper.mended = false;

          expect(requeued).toEqual({ taken: 3, left: 0 });
          await house.happen(outbox, poisoned.id);
          await house.untilTaken(poisoned.id, 1, 2, 3, 4, 5);
          expect(await house.taken(poisoned.id)).toEqual([1, 2, 3, 4, 5]);
        });
      }
    });

    describe('a record', () => {
      const broken: [string, (record: LogRecord) => LogRecord][] = [
        ['that is not JSON', (record) => ({ ...record, value: '{"thingId":' })],
        ['that breaks its contract', (record) => ({ ...record, value: '{"n":"many"}' })],
        [
          'about another aggregate than it says',
          (record) => ({ ...record, value: record.value.replace(/"thingId":"[^"]+"/, `"thingId":"${randomUUID()}"`) }),
        ],
        ['without a type', (record) => ({ ...record, headers: without(record.headers, CloudEventHeader.type) })],
        ['without a time', (record) => ({ ...record, headers: without(record.headers, CloudEventHeader.time) })],
      ];
      for (const [fault, spoil] of broken) {
        test(`${fault} parks its aggregate and no other; discarded with a reason, it lets the next pass`, async () => {
          const [spoilt, healthy] = [randomUUID(), randomUUID()];

          await house.log.append([
            aRecord(house, spoilt, 1),
            spoil(aRecord(house, spoilt, 2)),
            aRecord(house, healthy, 1),
            aRecord(house, spoilt, 3),
          ]);
          await house.untilTaken(healthy, 1);
          await until(
            'it is parked with its follower',
            async () => (await parking.list({ aggregateId: spoilt }))[0]?.followers === 1,
          );

          expect(await parking.list({ aggregateId: spoilt })).toMatchObject([{ version: 2, reason: 'unreadable' }]);
          await expect(parking.discard({ aggregateId: spoilt }, ' ')).rejects.toMatchObject({ code: 'DISCARD_NEEDS_REASON' });
          expect(await parking.discard({ aggregateId: spoilt }, 'sent by a broken tool')).toEqual({ taken: 1, left: 0 });
          expect(await house.taken(spoilt)).toEqual([1, 3]);
        });
      }

      test('that does not say its version is parked by itself and blocks nothing', async () => {
        const thingId = randomUUID();
        const lost = aRecord(house, thingId, 1);

        await house.log.append([{ ...lost, headers: without(lost.headers, CloudEventHeader.aggregateVersion) }, lost]);
        await house.untilTaken(thingId, 1);

        await until('it is parked', async () => (await parking.list({ aggregateId: thingId })).length === 1);
        expect(await parking.list({ aggregateId: thingId })).toMatchObject([
          { version: null, reason: 'unreadable', followers: 0 },
        ]);
        await parking.discard({ aggregateId: thingId }, 'nobody knows what it was');
        await expect(parking.requeue({ aggregateId: thingId })).rejects.toMatchObject({ code: 'NOTHING_PARKED' });
      });
    });

    describe('the relay', () => {
      test('lets an event that no log would take stop only its own aggregate', async () => {
        const thing = await house.aThing(outbox, 'none');
        const other = await house.aThing(outbox);
        await house.happen(outbox, thing.id, 'none', 'x'.repeat(950 * 1024));
        await house.happen(outbox, thing.id);
        await house.happen(outbox, other.id);

        await house.untilTaken(other.id, 1);
        await until('it is shown', async () => (await parking.list({ consumer: 'relay' })).length === 1);

        expect(await parking.list({ consumer: 'relay' })).toMatchObject([
          { aggregateId: thing.id, reason: 'unsendable', followers: 1 },
        ]);
        expect(await house.taken(thing.id)).toEqual([1]);

        await parking.discard({ aggregateId: thing.id }, 'a mistake of the caller');
        await house.untilTaken(thing.id, 1, 3);
        expect(await house.taken(thing.id)).toEqual([1, 3]);
      });

      test('that was overtaken starts over, and nothing is lost or doubled by it', async () => {
        const things = await Promise.all(Array.from({ length: 4 }, () => house.aThing(outbox)));
        for (let round = 1; round <= 10; round++) {
          await house.worker.query('UPDATE messaging.relay_shard SET epoch = epoch + 1');
          await Promise.all(things.map(({ id }) => house.happen(outbox, id)));
          await house.worker.query('UPDATE messaging.relay_shard SET epoch = epoch + 1');
        }

        for (const { id } of things) await house.untilTaken(id, ...Array(10).keys());
        for (const { id } of things) expect(await house.taken(id)).toEqual(Array.from({ length: 10 }, (_, n) => n + 1));
      });

      test('loses, doubles and swaps nothing when 24 writers meet on 20 aggregates and two relays share the work', async () => {
        const second = await house.startProcess();
        const shards = (relay: INestApplicationContext) => relay.get(MessagingStatus).snapshot().relayShards;
        await until('both relays own shards', () => shards(process) > 0 && shards(second) > 0);
        const things = await Promise.all(Array.from({ length: 20 }, () => house.aThing(outbox)));
        const ids = things.map(({ id }) => id);

        await Promise.all(
          Array.from({ length: 24 }, async (_, writer) => {
            const mine = writer % 2 === 0 ? outbox : second.get(Outbox);
            for (let n = 0; n < 100; n++) await house.happen(mine, ids[(writer * 7 + n * 3) % 20] as string);
          }),
        );
        const count = async (table: string) =>
          Number(
            (
              await house.worker.query(
                `SELECT count(*) FROM ${table} WHERE thing_id = ANY ($1) AND ${table === 'effects' ? "kind = 'happened'" : 'true'}`,
                [ids],
              )
            )[0].count,
          );
        await until('2,400 events took effect', async () => (await count('effects')) >= 2_400, 150_000);

        expect(await count('ledger')).toBe(2_400);
        expect(await count('effects')).toBe(2_400);
        for (const id of ids) {
          const taken = await house.taken(id);
          expect(taken).toEqual(Array.from({ length: taken.length }, (_, n) => n + 1));
        }
        expect(await parking.list()).toEqual([]);
        await house.stopProcess(second);
      });
    });
  });
}

function aRecord(house: TestHouse, thingId: string, version: number, headers: Record<string, string> = {}): LogRecord {
  const { ThingHappened } = house.events;
  return {
    topic: ThingHappened.topic,
    key: thingId,
    headers: {
      [CloudEventHeader.specVersion]: '1.0',
      [CloudEventHeader.id]: randomUUID(),
      [CloudEventHeader.type]: ThingHappened.type,
      [CloudEventHeader.source]: `/accord/${house.service}`,
      [CloudEventHeader.subject]: thingId,
      [CloudEventHeader.time]: new Date().toISOString(),
      [CloudEventHeader.aggregateVersion]: String(version),
      [CloudEventHeader.contentType]: 'application/json',
      ...headers,
    },
    value: JSON.stringify({ thingId, n: version, trouble: 'none', padding: '' }),
  };
}

function without(headers: Readonly<Record<string, string>>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
}
