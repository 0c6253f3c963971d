import { Announcing, businessDate } from '@accord/case-model';
import { AlertEscalated, type AlertLevel, type ClaimType, type Grant } from '@accord/contracts';
import { signAccessToken } from '@accord/http';
import { Outbox } from '@accord/messaging';
import { Database } from '@accord/postgres';
import { createService, readServiceConfig } from '@accord/service-kit';
import { createTestDatabase, type TestDatabase } from '@accord/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { exportJWK, generateKeyPair } from 'jose';
import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { disputes } from './disputes.definition';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly grants: Grant[];
}

export interface Answer {
  readonly status: number;
  /** The shape differs by route and refusal; a test matches what it asks about. */
  readonly body: Record<string, unknown>;
}

export interface Ask {
  readonly as: Person | null;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Days from today in business time. */
export function day(offset: number): string {
  return businessDate(new Date(Date.now() + offset * 86_400_000));
}

export function person(role: Grant['role'], given: Partial<Grant> & { id?: string; name?: string } = {}): Person {
  const { id = randomUUID(), name = '周敏', areaCode = '320505', bodyId = null } = given;
  return { id, name, grants: [{ role, areaCode, bodyId }] };
}

/** An alert as early-warning would announce it; only its voice. */
class Alert extends Announcing {
  constructor(
    override readonly id: string,
    given: Escalation,
  ) {
    super();
    const { areaCode, claimTypes, headCount, level, employer, at } = { ...ESCALATION, ...given };
    const payload = {
      alertId: id,
      areaCode,
      alertNo: `YJ-${id.slice(0, 8)}`,
      employer,
      claimTypes,
      headCount,
      level,
      escalatedBy: null,
    };
    this.announce(AlertEscalated, payload, at);
  }
}

const ESCALATION = {
  areaCode: '320505001',
  claimTypes: ['unpaid_wages'] as ClaimType[],
  headCount: 46,
  level: 'orange' as AlertLevel,
  employer: { id: '0198b2c4-0000-7000-8000-00000000e001', name: '苏州恒丰电子有限公司' },
  at: null as Date | null,
};
export type Escalation = Partial<typeof ESCALATION>;

/** The disputes service on a real port and a real Postgres, with the embedded log in the same database. */
export class RunningDisputes {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: TestDatabase,
    private readonly signingKey: string,
    private readonly url: string,
  ) {}

  static async start(): Promise<RunningDisputes> {
    const database = await createTestDatabase('disputes');
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    const config = readServiceConfig({
      ...database,
      EVENT_LOG: 'embedded',
      EMBEDDED_LOG_URL: database.DATABASE_OWNER_URL,
      TOKEN_PUBLIC_KEY: JSON.stringify(await exportJWK(publicKey)),
      FIELD_KEY: randomBytes(32).toString('base64'),
      LOG_LEVEL: 'error',
    } as unknown as NodeJS.ProcessEnv);
    const app = await createService(disputes, config);
    return new RunningDisputes(app, database, JSON.stringify(await exportJWK(privateKey)), await app.getUrl());
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  get(path: string, as: Person | null, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask('GET', path, { as, headers });
  }

  post(path: string, as: Person | null, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask('POST', path, { as, body, headers });
  }

  async ask(method: string, path: string, { as, body, headers = {} }: Ask): Promise<Answer> {
    const sending = new Headers(headers);
    if (as !== null) sending.set('authorization', `Bearer ${await signAccessToken(this.signingKey, as)}`);
    if (body !== undefined) sending.set('content-type', 'application/json');
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await fetch(`${this.url}/api/disputes${path}`, { method, body: sent, headers: sending });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  }

  /** Escalates an alert and resolves with its id, before anything has heard of it. */
  async escalate(given: Escalation = {}, alertId: string = randomUUID()): Promise<string> {
    await this.app
      .get(Database, { strict: false })
      .asService((tx) => this.app.get(Outbox, { strict: false }).announce(tx, new Alert(alertId, given)));
    return alertId;
  }

  /** The case that an alert led to, once it is there. */
  async caseOf(alertId: string): Promise<string> {
    const [found] = await this.until(
      () => this.sql('SELECT id FROM mediation_cases WHERE alert_id = $1', [alertId]),
      (rows) => rows.length > 0,
    );
    return found?.id as string;
  }

  /** Asks again until it is so; fails after ten seconds. */
  async until<Found>(look: () => Promise<Found>, isSo: (found: Found) => boolean): Promise<Found> {
    const giveUpAt = Date.now() + 10_000;
    for (;;) {
      const found = await look();
      if (isSo(found)) return found;
      if (Date.now() > giveUpAt) throw new Error(`It did not come to be; at last: ${JSON.stringify(found)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Looks behind row-level security. */
  async sql(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: this.database.adminUrl });
    await client.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** A body with one mediator per given staff id. */
  async registerBody({
    kind = 'town',
    areaCode = '320505001',
    employerId = null as string | null,
    staff = [randomUUID()],
  } = {}): Promise<{ id: string; mediators: { id: string; staffId: string }[] }> {
    const id = randomUUID();
    await this.sql('INSERT INTO mediation_bodies (id, name, kind, area_code, employer_id) VALUES ($1, $2, $3, $4, $5)', [
      id,
      `调委会${id.slice(0, 4)}`,
      kind,
      areaCode,
      employerId,
    ]);
    const mediators = staff.map((staffId) => ({ id: randomUUID(), staffId }));
    for (const mediator of mediators) {
      await this.sql(
        `INSERT INTO mediators (id, body_id, staff_id, name, specialties) VALUES ($1, $2, $3, $4, '{unpaid_wages}')`,
        [mediator.id, id, mediator.staffId, `调解员${mediator.id.slice(0, 4)}`],
      );
    }
    return { id, mediators };
  }

  async announced(caseId: string): Promise<string[]> {
    const rows = await this.sql(
      `SELECT type FROM (SELECT id, type, aggregate_id FROM messaging.outbox UNION ALL SELECT id, type, aggregate_id FROM messaging.archive) AS said
       WHERE aggregate_id = $1 ORDER BY id`,
      [caseId],
    );
    return rows.map(({ type }) => String(type));
  }
}
