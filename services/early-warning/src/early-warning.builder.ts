import { randomBytes, randomUUID } from 'node:crypto';
import { Clock, SettableClock } from '@accord/case-model';
import { AlertView, type Grant, type Problem, type RaiseAlertRequest, type Role } from '@accord/contracts';
import { signAccessToken } from '@accord/http';
import { DeadlineRunner } from '@accord/postgres';
import { createService } from '@accord/service-kit';
import { createTestDatabase } from '@accord/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { exportJWK, generateKeyPair } from 'jose';
import { Client } from 'pg';
import type { z } from 'zod';
import { earlyWarning } from './early-warning.service-definition';

export interface Answer<Body> {
  status: number;
  body: Body;
}

/** A person at the door of a running early-warning service. */
export interface Caller {
  id: string;
  name: string;
  get<Body>(path: string, headers?: Record<string, string>): Promise<Answer<Body>>;
  post<Body>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<Body>>;
  /** Raises an alert that is grave as far as the request says; throws when it is refused. */
  raises(request?: Partial<z.input<typeof RaiseAlertRequest>>): Promise<AlertView>;
}

/** The service on a real Postgres and a real port, with a clock of its own and people to call it. */
export class RunningEarlyWarning {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
    readonly clock: SettableClock,
    private readonly signingKey: string,
    private readonly admin: Client,
    private readonly ends: (() => Promise<void>)[],
  ) {}

  static async start(now = '2026-11-18T10:00:00+08:00', settings: { DEMO_DATA?: string } = {}): Promise<RunningEarlyWarning> {
    const [database, log] = await Promise.all([createTestDatabase('early-warning'), createTestDatabase('log')]);
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    const clock = new SettableClock(new Date(now));
    const app = await createService(earlyWarning, {
      HOST: '127.0.0.1',
      PORT: 0,
      DATABASE_URL: database.DATABASE_URL,
      DATABASE_WORKER_URL: database.DATABASE_WORKER_URL,
      DATABASE_OWNER_URL: database.DATABASE_OWNER_URL,
      DATABASE_POOL_SIZE: 10,
      DATABASE_WAIT_SECONDS: 5,
      EVENT_LOG: 'embedded',
      EMBEDDED_LOG_URL: log.adminUrl,
      TOKEN_PUBLIC_KEY: JSON.stringify(await exportJWK(publicKey)),
      FIELD_KEY: randomBytes(32).toString('base64'),
      LOG_LEVEL: 'error',
      brokers: [],
      ...settings,
    });
    app.get(Clock).now = () => clock.now();
    const admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    const ends = [() => app.close(), () => admin.end(), () => database.drop(), () => log.drop()];
    return new RunningEarlyWarning(app, await app.getUrl(), clock, JSON.stringify(await exportJWK(privateKey)), admin, ends);
  }

  async stop(): Promise<void> {
    for (const end of this.ends) await end();
  }

  /** Somebody with these grants; a plain area means all of that role's work there. */
  async caller(name: string, ...roles: [Role, string][]): Promise<Caller> {
    const id = randomUUID();
    const grants: Grant[] = roles.map(([role, areaCode]) => ({ role, areaCode, bodyId: null }));
    const authorization = `Bearer ${await signAccessToken(this.signingKey, { id, name, grants })}`;
    const ask = async <Body>(
      method: string,
      path: string,
      body: unknown,
      headers: Record<string, string>,
    ): Promise<Answer<Body>> => {
      const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
      const payload = body === undefined || typeof body === 'string' ? (body as string | undefined) : JSON.stringify(body);
      const response = await fetch(`${this.url}/api/early-warning${path}`, {
        method,
        headers: { authorization, ...json, ...headers },
        body: payload,
      });
      return { status: response.status, body: (await response.json()) as Body };
    };
    const post = <Body>(path: string, body?: unknown, headers = {}) => ask<Body>('POST', path, body, headers);
    const raises = async (request: Partial<z.input<typeof RaiseAlertRequest>> = {}): Promise<AlertView> => {
      const { status, body } = await post<AlertView & Problem>('/alerts', { ...A_SMALL_TROUBLE, ...request });
      if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
      return AlertView.parse(body);
    };
    return { id, name, get: (path, headers = {}) => ask('GET', path, undefined, headers), post, raises };
  }

  /** Moves the clock and lets what is due then happen. */
  async waitUntil(instant: string | Date): Promise<void> {
    this.clock.set(instant);
    await this.app.get(DeadlineRunner).actOnDue();
  }

  /** Past row-level security. */
  async rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.admin.query(sql, values)).rows as Row[];
  }

  /** What was announced about one alert, oldest first. */
  async announced(alertId: string): Promise<{ type: string; payload: Record<string, unknown> }[]> {
    return this.rows(
      `SELECT type, payload FROM (
         SELECT type, payload::jsonb, version FROM messaging.outbox WHERE aggregate_id = $1
         UNION SELECT type, payload::jsonb, version FROM messaging.archive WHERE aggregate_id = $1) AS said ORDER BY version`,
      [alertId],
    );
  }
}

/** Twelve people: blue by the proposed rule. */
export const A_SMALL_TROUBLE = {
  employer: { name: '苏州恒通电子有限公司' },
  areaCode: '320505002',
  headCount: 12,
  claimTypes: ['unpaid_wages'],
  observed: '多名工人反映工资未发。',
} satisfies z.input<typeof RaiseAlertRequest>;
