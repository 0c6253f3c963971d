import { randomUUID } from 'node:crypto';
import { Clock, SettableClock } from '@accord/case-model';
import { createTestDatabase, type TestDatabase } from '@accord/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Global, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { Database } from '../database';
import { DatabaseModule } from '../database.module';
import { migrate } from '../migrate';
import { AlertWatch, CreateAlertLedger1763803700000, Weather } from './alert-ledger.builder';
import { DeadlineRunner } from './deadline-runner';
import { Deadlines, type NewDeadline } from './deadlines';
import { DeadlinesModule } from './deadlines.module';

const NOON = new Date('2026-11-23T04:00:00Z');
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

let database: TestDatabase;
let admin: Client;
let apps: INestApplicationContext[] = [];

beforeAll(async () => {
  database = await createTestDatabase('early-warning');
  await migrate(database.DATABASE_OWNER_URL, [CreateAlertLedger1763803700000]);
  admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
});

afterAll(async () => {
  await admin.end();
  await database.drop();
});

beforeEach(async () => {
  await admin.query('TRUNCATE deadlines, alerts, ledger');
});

afterEach(async () => {
  await Promise.all(apps.map((app) => app.close()));
  apps = [];
});

/** A service's process. Its loop runs only where asked for, so that a test decides when deadlines are acted on. */
async function aService({ loop = false, clock = new SettableClock(NOON) }: { loop?: boolean; clock?: SettableClock } = {}) {
  @Global()
  @Module({
    imports: [
      DatabaseModule.forService({
        service: 'test',
        entities: [],
        appUrl: database.DATABASE_URL,
        workerUrl: database.DATABASE_WORKER_URL,
      }),
      DeadlinesModule,
    ],
    providers: [{ provide: Clock, useValue: clock }, Weather, AlertWatch],
    exports: [Clock],
  })
  class Service {}

  const app = await NestFactory.createApplicationContext(Service, { logger: false, abortOnError: false });
  apps.push(app);
  const service = { clock, weather: app.get(Weather), runner: app.get(DeadlineRunner), set, cancel, inTransaction };
  if (!loop) await service.runner.onModuleDestroy();
  return service;

  function inTransaction<Result>(work: Parameters<Database['asService']>[0]): Promise<Result> {
    return app.get(Database).asService(work) as Promise<Result>;
  }

  async function set(...deadlines: NewDeadline[]): Promise<void> {
    await app.get(Database).within({ areas: ['3205'] }, async (tx) => {
      for (const deadline of deadlines) await app.get(Deadlines).set(tx, deadline);
    });
  }

  async function cancel(aggregateId: string, kind?: string): Promise<void> {
    await app.get(Database).within({ areas: ['3205'] }, (tx) => app.get(Deadlines).cancel(tx, aggregateId, kind));
  }
}

const ledger = async (): Promise<{ alert_id: string; act: string }[]> =>
  (await admin.query('SELECT alert_id, act FROM ledger ORDER BY act')).rows;

const states = async (): Promise<Record<string, number>> => {
  const { rows } = await admin.query('SELECT state, count(*)::int AS many FROM deadlines GROUP BY state');
  return Object.fromEntries(rows.map(({ state, many }) => [state, many]));
};

const aReminder = (dueAt = NOON): NewDeadline => ({ aggregateId: randomUUID(), kind: 'alert.acknowledge', dueAt });

function aLatch(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((open) => (resolve = open));
  return { promise, resolve };
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('a deadline', () => {
  it('is acted on at the instant it passes and not a moment before', async () => {
    const { set, runner, clock } = await aService();
    await set(aReminder(later(60)));

    clock.set(new Date(later(60).getTime() - 1));
    await runner.actOnDue();
    expect(await ledger()).toEqual([]);

    clock.set(later(60));
    await runner.actOnDue();
    expect(await ledger()).toHaveLength(1);
    expect(await states()).toEqual({ done: 1 });
  });

  it('comes to nothing with the transaction that set it', async () => {
    const { inTransaction, runner } = await aService();

    await expect(
      inTransaction(async (tx) => {
        await new Deadlines(new SettableClock(NOON)).set(tx, aReminder());
        throw new Error('the change was refused');
      }),
    ).rejects.toThrow('the change was refused');

    await runner.actOnDue();
    expect(await states()).toEqual({});
  });

  it('is refused outside a transaction', async () => {
    const deadlines = new Deadlines(new SettableClock(NOON));

    await expect(deadlines.set({ queryRunner: undefined } as never, aReminder())).rejects.toThrow('inside a transaction only');
  });

  it('takes the place of the one of its kind that waited', async () => {
    const { set, runner, clock } = await aService();
    const reminder = aReminder(later(1));
    await set(reminder);
    await set({ ...reminder, dueAt: later(30) });

    clock.set(later(29));
    await runner.actOnDue();
    expect(await ledger()).toEqual([]);
    expect(await states()).toEqual({ cancelled: 1, waiting: 1 });
  });

  it('never passes once it was cancelled', async () => {
    const { set, cancel, runner, clock } = await aService();
    const reminder = aReminder(later(1));
    await set(reminder);
    await cancel(reminder.aggregateId);

    clock.set(later(60));
    await runner.actOnDue();

    expect(await ledger()).toEqual([]);
  });

  it('may set the next one of its kind, step by step up the ladder', async () => {
    const { set, runner, clock } = await aService();
    await set({ aggregateId: randomUUID(), kind: 'alert.climb', dueAt: NOON, payload: { step: 1 } });

    clock.set(later(300));
    await runner.actOnDue();

    expect((await ledger()).map(({ act }) => act)).toEqual(['climbed to 1', 'climbed to 2', 'climbed to 3']);
    expect(await states()).toEqual({ done: 3 });
  });

  it('waits where no method of this release handles it', async () => {
    const { set, runner } = await aService();
    await set({ ...aReminder(), kind: 'alert.unknown' });

    await runner.actOnDue();

    expect(await states()).toEqual({ waiting: 1 });
  });
});

describe('acting once', () => {
  it('holds for 500 deadlines and two runners', async () => {
    const [one, other] = [await aService(), await aService()];
    await one.set(...Array.from({ length: 500 }, () => aReminder()));

    await Promise.all([one.runner.actOnDue(), other.runner.actOnDue()]);
    await until(async () => (await states()).waiting === undefined);

    const alerts = (await ledger()).map(({ alert_id }) => alert_id);
    expect(alerts).toHaveLength(500);
    expect(new Set(alerts).size).toBe(500);
  });

  it('holds when the connections of a runner are cut in the middle', async () => {
    const [cut, other] = [await aService(), await aService()];
    await cut.set(...Array.from({ length: 20 }, () => aReminder()));
    let cuts = 0;
    cut.weather.midway = async (_, tx) => {
      if (++cuts > 6) return;
      const [{ pid }] = await tx.query('SELECT pg_backend_pid() AS pid');
      await admin.query('SELECT pg_terminate_backend($1)', [pid]);
    };

    await cut.runner.actOnDue();
    other.clock.set(later(1));
    await other.runner.actOnDue();

    const alerts = (await ledger()).map(({ alert_id }) => alert_id);
    expect(cuts).toBeGreaterThan(6);
    expect(alerts).toHaveLength(20);
    expect(new Set(alerts).size).toBe(20);
  });

  it('is not undone by a clock that is set back and forward', async () => {
    const { set, runner, clock } = await aService();
    await set(aReminder(later(10)), aReminder(later(20)));

    for (const minutes of [15, -120, 15, 5, 60, -5, 60]) {
      clock.set(later(minutes));
      await runner.actOnDue();
    }

    expect(await ledger()).toHaveLength(2);
    expect(await states()).toEqual({ done: 2 });
  });
});

describe('a deadline whose handler fails', () => {
  it('leaves nothing behind, is tried again later, and holds up nobody', async () => {
    const { set, runner, weather, clock } = await aService();
    const [broken, sound] = [aReminder(), aReminder()];
    weather.failing.add(broken.aggregateId);
    await set(broken, sound);

    await runner.actOnDue();

    expect((await ledger()).map(({ alert_id }) => alert_id)).toEqual([sound.aggregateId]);
    const { rows } = await admin.query('SELECT state, attempts, last_error, act_at FROM deadlines WHERE aggregate_id = $1', [
      broken.aggregateId,
    ]);
    expect(rows).toEqual([
      {
        state: 'waiting',
        attempts: 1,
        last_error: 'TypeError: the ladder has no next step',
        act_at: new Date(NOON.getTime() + 1000),
      },
    ]);

    weather.failing.clear();
    clock.advance(1000);
    await runner.actOnDue();
    expect(await states()).toEqual({ done: 2 });
  });
});

describe('a deadline that passes while its alert is being acknowledged', () => {
  it('does nothing, and neither of the two has to be broken off for the other', async () => {
    const service = await aService();
    const alertId = randomUUID();
    await admin.query('INSERT INTO alerts (id) VALUES ($1)', [alertId]);
    await service.set({ aggregateId: alertId, kind: 'alert.expire', dueAt: NOON });
    let acknowledging: Promise<unknown> | undefined;
    service.weather.midway = async () => {
      const locked = aLatch();
      acknowledging = service.inTransaction(async (tx) => {
        await tx.query('UPDATE alerts SET acknowledged = true WHERE id = $1', [alertId]);
        locked.resolve();
        await new Deadlines(service.clock).cancel(tx, alertId);
      });
      await locked.promise;
    };

    await service.runner.actOnDue();
    await acknowledging;

    expect(service.weather.lookedAt).toEqual([alertId]);
    expect(await ledger()).toEqual([]);
    expect(await states()).toEqual({ cancelled: 1 });
  });

  it('leaves nothing of what it did when it was cancelled before it ended', async () => {
    const service = await aService();
    const reminder = aReminder();
    await service.set(reminder);
    service.weather.midway = () => service.cancel(reminder.aggregateId);

    await service.runner.actOnDue();

    expect(await ledger()).toEqual([]);
    expect(await states()).toEqual({ cancelled: 1 });
  });
});

describe('a running service', () => {
  it('acts on a deadline that its own transaction set, without waiting for a poll', async () => {
    const { set } = await aService({ loop: true, clock: new SettableClock(NOON) });

    await set(aReminder());
    await until(async () => (await ledger()).length === 1);

    expect(await states()).toEqual({ done: 1 });
  });

  it('finds what another process set', async () => {
    const clock = new SettableClock(NOON);
    await aService({ loop: true, clock });
    const other = await aService();

    await other.set(aReminder());
    await until(async () => (await ledger()).length === 1);

    expect(await states()).toEqual({ done: 1 });
  });
});
