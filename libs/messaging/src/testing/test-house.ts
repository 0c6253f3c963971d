import { randomBytes } from 'node:crypto';
import { migrate } from '@accord/postgres';
import { createTestDatabase, type TestDatabase } from '@accord/testing';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { AccordTransport } from '../accord-transport';
import type { EventLog, LogRecord } from '../log/event-log';
import { MessagingModule } from '../messaging.module';
import type { MessagingTuning } from '../messaging.options';
import { Outbox } from '../outbox/outbox';
import { type OutboxRow, recordOf } from '../relay/outbox-row';
import { messagingMigrations } from '../schema/messaging-migrations';
import type { OpenedLog } from './event-log.contract';
import { Echo, Thing, type ThingEvents, thingEvents, type Trouble } from './thing';
import { type Temper, thingHandlers } from './thing-handlers';
import { until } from './until';

const WORKER = Symbol('WORKER');

/** Fast enough to wait for in a test; generous where a slow machine could be taken for a fault. */
const TUNING: Partial<MessagingTuning> = { handlerTimeout: 2_000, rebalance: 300 };

export interface Effect {
  readonly kind: 'happened' | 'echoed' | 'noted';
  readonly thing_id: string;
  readonly n: number;
  readonly event_id: string;
  readonly traceparent: string;
}

/** A service with a database, an outbox and handlers, as many processes of it as a test likes, on a log that is given. */
export class TestHouse {
  readonly temper: Temper = { mended: false };
  private readonly processes: INestApplicationContext[] = [];

  private constructor(
    readonly service: string,
    readonly events: ThingEvents,
    readonly log: EventLog,
    readonly app: DataSource,
    readonly worker: DataSource,
    private readonly database: TestDatabase,
    private readonly anotherLog: OpenedLog['another'],
  ) {}

  /** `on` is the server for the service's database where it is not the one that all tests share. */
  static async open(opened: OpenedLog, on?: { readonly url: string }): Promise<TestHouse> {
    const service = `house-${randomBytes(4).toString('hex')}`;
    const database = await createTestDatabase('house', on);
    await migrate(database.DATABASE_OWNER_URL, [...messagingMigrations, CreateThings1763800000001]);
    const app = await connect(database.DATABASE_URL);
    const worker = await connect(database.DATABASE_WORKER_URL);
    return new TestHouse(service, thingEvents(service), opened.log, app, worker, database, opened.another);
  }

  /** Starts one more process of the service. */
  async startProcess(): Promise<INestApplicationContext> {
    const log = await this.anotherLog();

    @Module({
      imports: [
        MessagingModule.forRoot({
          service: this.service,
          workerDataSource: WORKER,
          log,
          catalog: Object.values(this.events),
          tuning: TUNING,
          onCrash: (error) => {
            throw error;
          },
        }),
        {
          module: class Connections {},
          global: true,
          providers: [{ provide: WORKER, useValue: this.worker }],
          exports: [WORKER],
        },
      ],
      providers: thingHandlers(this.events, this.temper),
    })
    class House {}

    const process = await NestFactory.createApplicationContext(House, { logger: false, abortOnError: false });
    await process.get(AccordTransport).listen(() => undefined);
    this.processes.push(process);
    return process;
  }

  async stopProcess(process: INestApplicationContext): Promise<void> {
    this.processes.splice(this.processes.indexOf(process), 1);
    await process.get(AccordTransport).close();
    await process.close();
  }

  /** A new thing to which this happens, each time in a transaction of its own. */
  async aThing(outbox: Outbox, ...troubles: Trouble[]): Promise<Thing> {
    const thing = new Thing();
    await this.app.transaction((tx) => outbox.add(tx, thing));
    for (const trouble of troubles) await this.happen(outbox, thing.id, trouble);
    return thing;
  }

  /** Something happens to a thing as a request would do it: load under lock, decide, save; the ledger is the oracle. */
  async happen(outbox: Outbox, thingId: string, trouble: Trouble = 'none', padding = ''): Promise<void> {
    await this.app.transaction(async (tx) => {
      const thing = await tx.findOneOrFail(Thing, { where: { id: thingId }, lock: { mode: 'pessimistic_write' } });
      thing.happen(this.events, trouble, padding);
      await outbox.save(tx, thing);
      await tx.query('INSERT INTO ledger (thing_id, n) VALUES ($1, $2)', [thing.id, thing.n]);
    });
  }

  async effects(kind: Effect['kind'], thingId?: string): Promise<Effect[]> {
    return await this.worker.query(
      'SELECT * FROM effects WHERE kind = $1 AND ($2::uuid IS NULL OR thing_id = $2) ORDER BY place',
      [kind, thingId ?? null],
    );
  }

  /** What was committed of a thing, by the ledger. */
  async said(thingId: string): Promise<number[]> {
    const rows = await this.worker.query<{ n: number }[]>('SELECT n FROM ledger WHERE thing_id = $1 ORDER BY n', [thingId]);
    return rows.map(({ n }) => n);
  }

  /** Which occurrences of a thing took effect, in the order in which they did. */
  async taken(thingId: string): Promise<number[]> {
    return (await this.effects('happened', thingId)).map(({ n }) => n);
  }

  async untilTaken(thingId: string, ...expected: number[]): Promise<void> {
    await until(
      `${expected.join(', ')} of the thing took effect`,
      async () => (await this.taken(thingId)).length >= expected.length,
    );
  }

  /** What the relay has sent of a thing, as it stood on the log. */
  async sentRecords(thingId: string): Promise<LogRecord[]> {
    const rows = await this.worker.query<OutboxRow[]>(
      'SELECT *, payload::text AS payload FROM messaging.archive WHERE aggregate_id = $1 ORDER BY version',
      [thingId],
    );
    return rows.map((row) => recordOf(row, this.service));
  }

  async close(): Promise<void> {
    for (const process of [...this.processes]) await this.stopProcess(process);
    await this.app.destroy();
    await this.worker.destroy();
    await this.database.drop();
  }
}

async function connect(url: string): Promise<DataSource> {
  return await new DataSource({ type: 'postgres', url, entities: [Thing, Echo], extra: { max: 14 } }).initialize();
}

class CreateThings1763800000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE things (id uuid PRIMARY KEY, n integer NOT NULL);
      CREATE TABLE echoes (id uuid PRIMARY KEY);
      CREATE TABLE ledger (thing_id uuid NOT NULL, n integer NOT NULL, PRIMARY KEY (thing_id, n));
      CREATE TABLE effects (
        place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, kind text NOT NULL, thing_id uuid NOT NULL, n integer NOT NULL,
        event_id uuid NOT NULL, traceparent text NOT NULL
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE effects, ledger, echoes, things');
  }
}
