import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createTestDatabase, type TestDatabase } from '@accord/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { migrate } from '../migrate';
import { CreateAlertLedger1763803700000 } from './alert-ledger.builder';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const folder = `${root}libs/postgres/dist/killed-runner-${process.pid}`;
const program = `${folder}/main.mjs`;

let database: TestDatabase;
let admin: Client;
let running: ChildProcess | undefined;

beforeAll(async () => {
  bundleProgram();
  database = await createTestDatabase('early-warning');
  await migrate(database.DATABASE_OWNER_URL, [CreateAlertLedger1763803700000]);
  admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
});

afterAll(async () => {
  running?.kill('SIGKILL');
  await admin.end();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** By the bundler's own command: under Jest it would get values of another realm. */
function bundleProgram(): void {
  const input = fileURLToPath(new URL('deadline-process.builder.ts', import.meta.url));
  const packages = ['@nestjs/common', '@nestjs/core', '@nestjs/typeorm', 'pg', 'reflect-metadata', 'typeorm'].flatMap((name) => [
    '--external',
    name,
  ]);
  const options = ['--file', program, '--format', 'esm', '--platform', 'node', '--tsconfig', 'tsconfig.base.json', ...packages];
  execFileSync(process.execPath, ['node_modules/rolldown/bin/cli.mjs', input, ...options], { cwd: root, stdio: 'pipe' });
}

const count = async (sql: string): Promise<number> =>
  (await admin.query(`SELECT count(*)::int AS many FROM ${sql}`)).rows[0].many;

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
}

function start(): ChildProcess {
  const { DATABASE_URL, DATABASE_WORKER_URL } = database;
  running = spawn(process.execPath, [program], { env: { ...process.env, DATABASE_URL, DATABASE_WORKER_URL }, stdio: 'inherit' });
  return running;
}

describe('a runner killed with -9 and started again, over and over', () => {
  it('acts on every deadline once', async () => {
    for (let i = 0; i < 100; i += 1) {
      await admin.query(
        `INSERT INTO deadlines (id, aggregate_id, kind, due_at, act_at, payload) VALUES ($1, $2, 'alert.acknowledge', now(), now(), '{}')`,
        [randomUUID(), randomUUID()],
      );
    }

    for (let kills = 0; kills < 3; kills += 1) {
      const before = await count('ledger');
      const child = start();
      await until(async () => (await count('ledger')) >= before + 5);
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    expect(await count(`deadlines WHERE state = 'waiting'`)).toBeGreaterThan(0);
    start();
    await until(async () => (await count(`deadlines WHERE state = 'waiting'`)) === 0);

    expect(await count('ledger')).toBe(100);
    expect(await count('(SELECT DISTINCT deadline_id FROM ledger) AS each')).toBe(100);
  });
});
