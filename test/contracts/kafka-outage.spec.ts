import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type EventLog, KafkaLog, type LogRecord, type ReceivedRecord, type Subscription } from '@accord/messaging';
import { type OwnKafka, startOwnKafka } from '@accord/testing';
import { until } from '../../libs/messaging/src/testing/until';
import { TcpProxy } from '../faults/tcp-proxy';

const PATIENCE_MS = 90_000;
const APPEND_TIMEOUT_MS = 2_000;
const KEYS = 20;

let kafka: OwnKafka;
let network: TcpProxy;
let log: EventLog;
let topic: string;
let received: ReceivedRecord[];
let crashes: Error[];
let subscription: Subscription;

beforeAll(async () => {
  const port = await aFreePort();
  network = await TcpProxy.to({ host: '127.0.0.1', port });
  kafka = await startOwnKafka({ port, advertisedPort: network.port });
}, PATIENCE_MS);

afterAll(async () => {
  await network.close();
  await kafka.close();
}, PATIENCE_MS);

beforeEach(async () => {
  log = new KafkaLog({ brokers: kafka.brokers, appendTimeout: APPEND_TIMEOUT_MS });
  topic = `accord.test.${randomUUID()}`;
  received = [];
  crashes = [];
  await log.prepare([topic]);
  subscription = await log.subscribe({
    group: randomUUID(),
    topics: [topic],
    from: 'beginning',
    onBatch: (batch) => {
      received.push(...batch.records);
      const last = batch.records.at(-1);
      if (last !== undefined) batch.done(last.offset);
      return Promise.resolve();
    },
    onCrash: (error) => crashes.push(error),
  });
}, PATIENCE_MS);

afterEach(async () => {
  await subscription.stop();
  await log.close();
}, PATIENCE_MS);

/** Writes numbered records as the relay does: a rejected append is repeated before anything after it. */
class Writer {
  written = 0;
  rejections = 0;
  private going = true;
  private readonly end: Promise<void>;

  constructor() {
    this.end = this.write();
  }

  async stop(): Promise<void> {
    this.going = false;
    await this.end;
  }

  private async write(): Promise<void> {
    while (this.going) {
      const records = Array.from({ length: KEYS }, (_, n) => aRecord(`key-${n}`, this.written + n));
      while (
        !(await log.append(records).then(
          () => true,
          () => false,
        ))
      ) {
        this.rejections += 1;
        await sleep(100);
      }
      this.written += KEYS;
      await sleep(5);
    }
  }
}

const aRecord = (key: string, number: number): LogRecord => ({ topic, key, headers: { ce_id: `${number}` }, value: `${number}` });

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function aFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** Of every key the first arrival of each record, which is the order in which an inbox lets them take effect. */
function disorders(): number {
  const latest = new Map<string, number>();
  const seen = new Set<string>();
  let wrong = 0;
  for (const { key, value } of received) {
    if (seen.has(value as string)) continue;
    seen.add(value as string);
    if (Number(value) < (latest.get(key as string) ?? -1)) wrong += 1;
    latest.set(key as string, Number(value));
  }
  return wrong;
}

const arrived = () => new Set(received.map(({ value }) => value)).size;

async function survives(outage: () => Promise<void>): Promise<Writer> {
  const writer = new Writer();
  await until('events flow', () => arrived() > KEYS * 5);
  await outage();
  const before = arrived();
  await until('events flow again', () => arrived() > before + KEYS * 5, 60_000);
  await writer.stop();
  await until('everything that was written has arrived', () => arrived() === writer.written, 60_000);
  return writer;
}

describe('a broker that is killed under load and comes back', () => {
  it(
    'costs no event and no order, and the process need not be started again',
    async () => {
      const writer = await survives(async () => {
        await kafka.kill();
        await sleep(3_000);
        await kafka.start();
      });

      expect(disorders()).toBe(0);
      expect(crashes).toEqual([]);
      expect(writer.rejections).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );
});

describe('a network that is cut between the service and the broker', () => {
  it(
    'costs no event and no order',
    async () => {
      await survives(async () => {
        network.cut();
        await sleep(3_000);
        network.resume();
      });

      expect(disorders()).toBe(0);
      expect(crashes).toEqual([]);
    },
    PATIENCE_MS,
  );
});

describe('a connection that is half open', () => {
  it(
    'rejects an append once its time is up instead of hanging',
    async () => {
      await log.append([aRecord('key-0', 0)]);
      network.stall();

      const started = Date.now();
      await expect(log.append([aRecord('key-0', 1)])).rejects.toThrow(/did not acknowledge/);

      expect(Date.now() - started).toBeLessThan(APPEND_TIMEOUT_MS * 3);
      network.resume();
    },
    PATIENCE_MS,
  );

  it(
    'costs no event and no order when it lasts longer than a session',
    async () => {
      await survives(async () => {
        network.stall();
        await sleep(8_000);
        network.resume();
      });

      expect(disorders()).toBe(0);
      expect(crashes).toEqual([]);
    },
    PATIENCE_MS,
  );
});
