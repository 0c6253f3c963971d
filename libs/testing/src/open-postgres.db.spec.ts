import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';

const PATIENCE_MS = 60_000;

const module = new URL('../../../deploy/local/postgres.mjs', import.meta.url).href;

let dataDir: string;
let runners: Runner[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'accord-open-postgres-'));
});

afterEach(async () => {
  await Promise.all(runners.map((runner) => runner.kill()));
  runners = [];
  const left = postmaster();
  if (left !== null) process.kill(left, 'SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

interface Opened {
  readonly url?: string;
  readonly code?: string;
  readonly lines: string[];
}

/** A process that opens the folder and holds it. */
class Runner {
  readonly opened: Promise<Opened>;
  private readonly ended: Promise<unknown>;

  constructor(readonly process: ChildProcess) {
    this.ended = new Promise((resolve) => process.once('exit', resolve));
    this.opened = new Promise((resolve, reject) => {
      process.once('message', (message) => resolve(message as Opened));
      process.once('exit', () => reject(new Error('The runner ended without a word.')));
    });
  }

  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.ended;
  }
}

function run(): Runner {
  const script = `
    import { openPostgres } from '${module}';
    const lines = [];
    const said = await openPostgres({ dataDir: process.argv[1], log: (line) => lines.push(line) }).then(({ url }) => ({ url }), ({ code }) => ({ code }));
    process.send({ ...said, lines });
    setInterval(() => {}, 1_000);`;
  const stdio = ['ignore', 'ignore', 'ignore', 'ipc'] as const;
  const runner = new Runner(spawn(process.execPath, ['--input-type=module', '-e', script, dataDir], { stdio: [...stdio] }));
  runners.push(runner);
  return runner;
}

function postmaster(): number | null {
  const lock = join(dataDir, 'cluster', 'postmaster.pid');
  return existsSync(lock) ? Number(readFileSync(lock, 'utf8').split('\n')[0]) : null;
}

/** The shell that ends the server with its runner. */
function watcherOf({ process: { pid } }: Runner): number {
  if (process.platform !== 'linux') return Number(execFileSync('pgrep', ['-P', String(pid), 'sh'], { encoding: 'utf8' }));
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  return Number(children.find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').startsWith('/bin/sh')));
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('opening a Postgres on a folder', () => {
  it(
    'ends the server when its runner is killed, and has the data again for the next',
    async () => {
      const first = run();
      const { url } = await first.opened;
      await ask(url as string, 'CREATE TABLE kept AS SELECT 1 AS n');

      await first.kill();
      while (postmaster() !== null) await new Promise((resolve) => setTimeout(resolve, 50));

      const again = await run().opened;
      expect(await ask(again.url as string, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
    },
    PATIENCE_MS,
  );

  it(
    'stops a server that was left behind, and says so',
    async () => {
      const first = run();
      await first.opened;
      process.kill(watcherOf(first), 'SIGKILL');
      await first.kill();
      const orphan = postmaster();

      const { url, lines } = await run().opened;

      expect(lines).toEqual([expect.stringContaining(`process ${orphan}`)]);
      expect(await ask(url as string, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
      expect(postmaster()).not.toBe(orphan);
    },
    PATIENCE_MS,
  );

  it(
    'tells a second runner that there is one',
    async () => {
      await run().opened;

      expect(await run().opened).toMatchObject({ code: 'ALREADY_RUNNING' });
    },
    PATIENCE_MS,
  );

  it(
    'makes anew what an interrupted first start left half made',
    async () => {
      mkdirSync(join(dataDir, 'cluster.new'));
      writeFileSync(join(dataDir, 'cluster.new', 'PG_VERSION'), 'torn');

      const { url } = await run().opened;

      expect(await ask(url as string, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    },
    PATIENCE_MS,
  );

  it(
    'refuses data of another major version',
    async () => {
      const first = run();
      await first.opened;
      await first.kill();
      while (postmaster() !== null) await new Promise((resolve) => setTimeout(resolve, 50));
      writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), '15\n');

      expect(await run().opened).toMatchObject({ code: 'DATA_OF_OTHER_VERSION' });
    },
    PATIENCE_MS,
  );
});
