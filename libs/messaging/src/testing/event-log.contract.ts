import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventLog, LogRecord } from '../log/event-log';
import { Listener } from './listener';
import { until } from './until';

/** A log of its own for one test file; `another` is the same log as a second process sees it. */
export interface OpenedLog {
  readonly log: EventLog;
  another(): Promise<EventLog>;
  close(): Promise<void>;
}

const PATIENCE_MS = 90_000;

/** What every log behind `EventLog` must do; each implementation runs it in a spec of its own. */
export function describeEventLog(name: string, open: () => Promise<OpenedLog>): void {
  describe(`the event log on ${name}`, () => {
    let opened: OpenedLog;
    let log: EventLog;

    beforeAll(async () => {
      opened = await open();
      log = opened.log;
    }, PATIENCE_MS);

    afterAll(async () => {
      await opened.close();
    }, PATIENCE_MS);

    const test = (sentence: string, body: () => Promise<void>) => it(sentence, body, PATIENCE_MS);

    test('keeps the order of each key', async () => {
      const topic = await aTopic(log);
      const keys = ['a', 'b', 'c', 'd', 'e'].map((letter) => `${letter}-${randomUUID()}`);
      const listener = await Listener.on(log, { group: randomUUID(), topic });

      for (let round = 0; round < 20; round++) {
        await log.append(keys.map((key) => aRecord(topic, key, `${round}`)));
      }
      await until('100 records arrived', () => listener.received.length >= 100);

      for (const key of keys) {
        const values = listener.received.filter((record) => record.key === key).map((record) => Number(record.value));
        expect(values).toEqual([...Array(20).keys()]);
      }
      expect(listener.overlap).toBe(1);
      await listener.stop();
    });

    test('keeps a key on one partition and numbers the records of a partition upwards', async () => {
      const topic = await aTopic(log);
      const listener = await Listener.on(log, { group: randomUUID(), topic });

      await log.append(Array.from({ length: 60 }, (_, n) => aRecord(topic, `key-${n % 6}`, `${n}`)));
      await until('60 records arrived', () => listener.received.length >= 60);

      for (const partition of listener.partitions) {
        const offsets = listener.received.filter((record) => record.partition === partition).map(({ offset }) => offset);
        expect(offsets).toEqual([...offsets].sort((one, other) => (one < other ? -1 : 1)));
        expect(new Set(offsets).size).toBe(offsets.length);
      }
      for (const key of new Set(listener.received.map((record) => record.key))) {
        const homes = new Set(listener.received.filter((record) => record.key === key).map(({ partition }) => partition));
        expect(homes.size).toBe(1);
      }
      await listener.stop();
    });

    test('carries headers, Chinese text and every kind of quote unchanged', async () => {
      const topic = await aTopic(log);
      const listener = await Listener.on(log, { group: randomUUID(), topic });
      const headers = { ce_id: randomUUID(), ce_type: '和鸣', note: `"quoted", 'single', back\\slash, {brace}, NULL, 🙂` };
      const value = JSON.stringify({ text: '劳动争议调解委员会 🙂 \u0000 \n "', empty: '' });

      await log.append([{ topic, key: '苏州-1', headers, value }]);
      await until('the record arrived', () => listener.received.length === 1);

      expect(listener.received[0]).toMatchObject({ topic, key: '苏州-1', headers, value });
      await listener.stop();
    });

    test('appends a large batch whole', async () => {
      const topic = await aTopic(log);
      const listener = await Listener.on(log, { group: randomUUID(), topic });
      const padding = 'x'.repeat(1_000);

      await log.append(Array.from({ length: 2_000 }, (_, n) => aRecord(topic, `key-${n % 50}`, `${n} ${padding}`)));
      await until('2,000 records arrived', () => listener.received.length >= 2_000);

      expect(new Set(listener.values).size).toBe(2_000);
      await listener.stop();
    });

    test('resumes a group behind what was done', async () => {
      const topic = await aTopic(log);
      const group = randomUUID();
      const first = await Listener.on(log, { group, topic });
      await log.append(Array.from({ length: 30 }, (_, n) => aRecord(topic, 'one key', `${n}`)));
      await until('the first member took 30', () => first.received.length >= 30);
      await first.stop();

      await log.append([aRecord(topic, 'one key', '30')]);
      const second = await Listener.on(log, { group, topic });
      await until('the second member took one', () => second.received.length >= 1);

      expect(second.values).toEqual(['30']);
      await second.stop();
    });

    test('gives again what was not said to be done', async () => {
      const topic = await aTopic(log);
      const group = randomUUID();
      await log.append(Array.from({ length: 10 }, (_, n) => aRecord(topic, 'one key', `${n}`)));
      const hasty = await Listener.on(log, { group, topic, settles: ({ value }) => Number(value) < 4 });
      await until('the first member came to a record it does not settle', () => hasty.received.length >= 5);
      await hasty.stop();

      const careful = await Listener.on(log, { group, topic });
      await until('the second member took the rest', () => careful.values.includes('9'));

      expect(careful.values).toEqual(['4', '5', '6', '7', '8', '9']);
      await careful.stop();
    });

    test('starts a new group now when asked to', async () => {
      const topic = await aTopic(log);
      await log.append([aRecord(topic, 'one key', 'before')]);
      const listener = await Listener.on(log, { group: randomUUID(), topic, from: 'now' });

      await until('a record of now arrived', async () => {
        await log.append([aRecord(topic, 'one key', 'after')]);
        return listener.received.length > 0;
      });

      expect(new Set(listener.values)).toEqual(new Set(['after']));
      await listener.stop();
    });

    test('gives every group everything', async () => {
      const topic = await aTopic(log);
      const [one, other] = [
        await Listener.on(log, { group: randomUUID(), topic }),
        await Listener.on(log, { group: randomUUID(), topic }),
      ];

      await log.append(Array.from({ length: 40 }, (_, n) => aRecord(topic, `key-${n}`, `${n}`)));
      await until('both took 40', () => one.received.length >= 40 && other.received.length >= 40);

      expect(new Set(one.values)).toEqual(new Set(other.values));
      await one.stop();
      await other.stop();
    });

    test('shares the partitions among the members of a group and lets one take over when another stops', async () => {
      const topic = await aTopic(log);
      const group = randomUUID();
      const secondProcess = await opened.another();
      const one = await Listener.on(log, { group, topic });
      const other = await Listener.on(secondProcess, { group, topic });
      let sent = 0;
      const send = () => log.append(Array.from({ length: 64 }, (_, n) => aRecord(topic, `key-${n}`, `${sent++}`)));

      await until(
        'both members work',
        async () => {
          await send();
          return one.received.length > 0 && other.received.length > 0;
        },
        60_000,
      );
      await other.stop();
      await send();
      await until('nothing is missing', () => new Set([...one.values, ...other.values]).size === sent, 60_000);

      expect(new Set([...one.values, ...other.values]).size).toBe(sent);
      await one.stop();
      await secondProcess.close();
    });

    test('is written by many at once without losing or doubling a record', async () => {
      const topic = await aTopic(log);
      const listener = await Listener.on(log, { group: randomUUID(), topic });

      await Promise.all(
        Array.from({ length: 8 }, async (_, writer) => {
          for (let n = 0; n < 25; n++) await log.append([aRecord(topic, `key-${n % 5}`, `${writer}:${n}`)]);
        }),
      );
      await until('200 records arrived', () => listener.received.length >= 200);

      expect(new Set(listener.values).size).toBe(200);
      await listener.stop();
    });
  });
}

async function aTopic(log: EventLog): Promise<string> {
  const topic = `accord.test.${randomUUID()}`;
  await log.prepare([topic]);
  return topic;
}

function aRecord(topic: string, key: string, value: string): LogRecord {
  return { topic, key, headers: { ce_id: randomUUID(), 'content-type': 'application/json' }, value };
}
