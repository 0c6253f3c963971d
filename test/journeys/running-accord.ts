import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const START = fileURLToPath(new URL('../../deploy/local/start.mjs', import.meta.url));
const DEMO_PASSWORD = 'accord-demo';

export type Transport = 'embedded' | 'kafka';

/** The transport that this run of the journeys is about. */
export const transport: Transport = process.env.ACCORD_TRANSPORT === 'kafka' ? 'kafka' : 'embedded';

export interface Answer<Body = Record<string, unknown>> {
  status: number;
  body: Body;
  headers: Headers;
}

/** A signed-in person with a browserless client. */
export class Person {
  constructor(
    private readonly address: string,
    readonly token: string,
    private readonly language: 'zh-CN' | 'en' = 'zh-CN',
  ) {}

  in(language: 'zh-CN' | 'en'): Person {
    return new Person(this.address, this.token, language);
  }

  get<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>> {
    return this.send('GET', path);
  }

  post<Body = Record<string, unknown>>(
    path: string,
    body: unknown = {},
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    return this.send('POST', path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  }

  /** Sends a body as it is, for bodies that are wrong on purpose. */
  async send<Body>(method: string, path: string, body?: string, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    const response = await fetch(`${this.address}${path}`, {
      method,
      body,
      headers: { authorization: `Bearer ${this.token}`, 'accept-language': this.language, ...headers },
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as Body };
  }
}

/** The whole of Accord, started the way a user starts it. */
export class RunningAccord {
  private constructor(
    readonly address: string,
    readonly folder: string,
    private readonly runner: ChildProcess,
    private readonly said: string[],
  ) {}

  static async start({
    args = [],
    folder,
    port,
  }: { args?: string[]; folder?: string; port?: number } = {}): Promise<RunningAccord> {
    const data = folder ?? (await mkdtemp(join(tmpdir(), 'accord-journey-')));
    const onPort = port ?? (await freePort());
    const all = ['--port', String(onPort), '--data', data, ...(transport === 'kafka' ? ['--kafka'] : []), ...args];
    const runner = fork(START, all, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...process.env, NODE_OPTIONS: '' } });
    const said: string[] = [];
    runner.stdout?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    runner.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    await new Promise<void>((resolve, reject) => {
      runner.once('message', () => resolve());
      runner.once('exit', (code) => reject(new Error(`Accord ended with ${code} before it was ready:\n${said.join('')}`)));
    });
    return new RunningAccord(`http://127.0.0.1:${onPort}`, data, runner, said);
  }

  /** Everything the runner has printed. */
  get output(): string {
    return this.said.join('');
  }

  async signIn(username: string, password: string = DEMO_PASSWORD): Promise<Person> {
    const response = await fetch(`${this.address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    const { token } = (await response.json()) as { token: string };
    if (response.status !== 201 && response.status !== 200)
      throw new Error(`Signing in as ${username} answered ${response.status}.`);
    return new Person(this.address, token);
  }

  /** Reads a service's database as its operator would; for what no route shows. */
  async rows<Row extends pg.QueryResultRow>(service: string, sql: string, values: unknown[] = []): Promise<Row[]> {
    const postgres = join(this.folder, 'postgres');
    const client = new pg.Client({
      host: '127.0.0.1',
      port: Number(readFileSync(join(postgres, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[3]),
      user: 'postgres',
      password: readFileSync(join(postgres, 'password'), 'utf8').trim(),
      database: service.replaceAll('-', '_'),
    });
    await client.connect();
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** What every service has written to its log. */
  get logs(): string {
    const folder = join(this.folder, 'logs');
    const files = readdirSync(folder).filter((name) => name.endsWith('.log'));
    return files.map((name) => readFileSync(join(folder, name), 'utf8')).join('');
  }

  /** Ends a service's process at once, as a power cut would; the runner starts it again. */
  killService(name: string): void {
    process.kill(Number(readFileSync(join(this.folder, 'logs', `${name}.pid`), 'utf8')), 'SIGKILL');
  }

  /** Ends the runner itself at once. */
  async killRunner(): Promise<void> {
    const gone = new Promise((resolve) => this.runner.once('exit', resolve));
    this.runner.kill('SIGKILL');
    await gone;
  }

  /** Stops everything as Ctrl+C does and returns the exit code. */
  async stop({ keepData = false } = {}): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.runner.once('exit', resolve));
    this.runner.kill('SIGINT');
    const code = await ended;
    if (!keepData) rmSync(this.folder, { recursive: true, force: true });
    return code;
  }
}

/** Asks until the answer satisfies, for at most `seconds`; the last answer is shown when it never does. */
export async function eventually<Result>(
  ask: () => Promise<Result>,
  satisfies: (result: Result) => boolean,
  seconds = 20,
): Promise<Result> {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const result = await ask();
    if (satisfies(result)) return result;
    if (Date.now() > until) throw new Error(`Not satisfied after ${seconds} s: ${JSON.stringify(result).slice(0, 1000)}`);
    await pause(50);
  }
}

/** What an officer of 狮山街道 would send for ordinary wage arrears. */
export function anAlert(over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    employer: { name: `苏州${randomUUID().slice(0, 8)}电子有限公司` },
    areaCode: '320505002',
    headCount: 37,
    claimTypes: ['unpaid_wages'],
    observed: '三十多名职工聚在厂门口，说三个月没发工资。',
    ...over,
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
