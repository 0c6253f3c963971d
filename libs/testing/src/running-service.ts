import { randomBytes } from 'node:crypto';
import { Clock, SettableClock } from '@accord/case-model';
import type { EventDefinition, EventOf, Grant } from '@accord/contracts';
import { signAccessToken } from '@accord/http';
import { EmbeddedLog } from '@accord/messaging';
import { createService, type ServiceDefinition } from '@accord/service-kit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { exportJWK, generateKeyPair } from 'jose';
import { v7 } from 'uuid';
import { createTestDatabase, type TestDatabase } from './test-database';

export interface Answer<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

/** A signed-in person at the door of a running service; paths begin behind `/api/<service>`. */
export interface Caller {
  readonly id: string;
  get<Body>(path: string, headers?: Record<string, string>): Promise<Answer<Body>>;
  /** A string is sent as it is, for bodies that are wrong on purpose. */
  post<Body>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<Body>>;
}

/** A whole service on a real Postgres, an embedded log and a port of its own, with a clock that stands where it is put. */
export class RunningService {
  private constructor(
    private readonly definition: ServiceDefinition,
    readonly app: NestFastifyApplication,
    readonly url: string,
    readonly clock: SettableClock,
    readonly database: TestDatabase,
    private readonly signingKey: string,
    private readonly log: EmbeddedLog,
    private readonly ends: readonly (() => Promise<void>)[],
  ) {}

  static async start(definition: ServiceDefinition, { now = '2026-03-02T10:00:00+08:00' } = {}): Promise<RunningService> {
    const [database, logDatabase] = await Promise.all([createTestDatabase(definition.name), createTestDatabase('log')]);
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    const clock = new SettableClock(new Date(now));
    const app = await createService(definition, {
      HOST: '127.0.0.1',
      PORT: 0,
      DATABASE_URL: database.DATABASE_URL,
      DATABASE_WORKER_URL: database.DATABASE_WORKER_URL,
      DATABASE_OWNER_URL: database.DATABASE_OWNER_URL,
      DATABASE_POOL_SIZE: 5,
      DATABASE_WAIT_SECONDS: 5,
      EVENT_LOG: 'embedded',
      EMBEDDED_LOG_URL: logDatabase.adminUrl,
      TOKEN_PUBLIC_KEY: JSON.stringify(await exportJWK(publicKey)),
      FIELD_KEY: randomBytes(32).toString('base64'),
      LOG_LEVEL: 'error',
      brokers: [],
    });
    app.get(Clock).now = () => clock.now();
    const log = new EmbeddedLog({ url: logDatabase.adminUrl });
    const ends = [() => app.close(), () => log.close(), () => database.drop(), () => logDatabase.drop()];
    const signingKey = JSON.stringify(await exportJWK(privateKey));
    return new RunningService(definition, app, await app.getUrl(), clock, database, signingKey, log, ends);
  }

  async stop(): Promise<void> {
    for (const end of this.ends) await end();
  }

  async caller(...grants: Grant[]): Promise<Caller> {
    const id = v7();
    const authorization = `Bearer ${await signAccessToken(this.signingKey, { id, name: '李华', grants })}`;
    return {
      id,
      get: (path, headers = {}) => this.ask('GET', path, undefined, { authorization, ...headers }),
      post: (path, body, headers = {}) => this.ask('POST', path, body, { authorization, ...headers }),
    };
  }

  /** Asks without being signed in, unless the headers say who it is. */
  async ask<Body>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const json: Record<string, string> = sent === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${this.url}/api/${this.definition.name}${path}`, {
      method,
      body: sent,
      headers: { ...json, ...headers },
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
  }

  /** Puts an event of another service into the log, as that service's relay does. */
  async says<Definition extends EventDefinition>(definition: Definition, event: EventOf<Definition>): Promise<void> {
    await this.log.append([
      {
        topic: definition.topic,
        key: event.aggregateId,
        value: JSON.stringify(event.payload),
        headers: {
          ce_specversion: '1.0',
          ce_id: event.id,
          ce_type: event.type,
          ce_source: `/accord/${event.type.split('.')[0]}`,
          ce_subject: event.aggregateId,
          ce_time: event.occurredAt.toISOString(),
          ce_dataschema: `urn:accord:event:${event.type}:${definition.version}`,
          ce_aggregateversion: String(event.aggregateVersion),
          'content-type': 'application/json',
          traceparent: event.traceparent,
        },
      },
    ]);
  }
}

/** Asks again until the answer is as wanted; gives up after a generous while with the last answer. */
export async function eventually<Result>(
  ask: () => Promise<Result>,
  wanted: (result: Result) => boolean,
  patienceMs = 20_000,
): Promise<Result> {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    const result = await ask();
    if (wanted(result)) return result;
    if (Date.now() > giveUpAt) throw new Error(`Not in time; the last answer was ${JSON.stringify(result)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
