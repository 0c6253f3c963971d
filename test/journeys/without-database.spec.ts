import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SERVICES = ['early-warning', 'disputes', 'worklist', 'supervision', 'gateway'];
const SECRET = 'no-log-may-show-this';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const jwk = (key: typeof publicKey): string => JSON.stringify(key.export({ format: 'jwk' }));

let nowhere: string;

beforeAll(async () => {
  const nx = fileURLToPath(new URL('../../node_modules/nx/dist/bin/nx.js', import.meta.url));
  const built = spawnSync(process.execPath, [nx, 'run-many', '-t', 'build', '--outputStyle=static'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false', NX_TUI: 'false' },
  });
  if (built.status !== 0) throw new Error(built.stderr);
  nowhere = `127.0.0.1:${await portWithoutAnybody()}`;
}, 240_000);

/** Runs a service with these settings and nothing else until it ends by itself. */
function start(service: string, settings: Record<string, string>): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, ['--enable-source-maps', `${ROOT}/services/${service}/dist/main.js`], {
    encoding: 'utf8',
    timeout: 25_000,
    env: { PATH: process.env.PATH, ...settings },
  });
}

const completeSettings = (): Record<string, string> => {
  const url = `postgres://accord:${SECRET}@${nowhere}/accord`;
  return {
    DATABASE_URL: url,
    DATABASE_WORKER_URL: url,
    DATABASE_OWNER_URL: url,
    DATABASE_WAIT_SECONDS: '1',
    EVENT_LOG: 'embedded',
    EMBEDDED_LOG_URL: url,
    TOKEN_PUBLIC_KEY: jwk(publicKey),
    TOKEN_PRIVATE_KEY: jwk(privateKey),
    FIELD_KEY: randomBytes(32).toString('base64'),
    SERVICE_URLS: '{}',
  };
};

describe.each(SERVICES)('starting %s', (service) => {
  it('without its database ends with one line that says where it looked and what to set, and shows no password', () => {
    const { status, stdout, stderr } = start(service, completeSettings());

    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(`${service} cannot reach its database at ${nowhere}`)]);
    expect(stderr).toContain('DATABASE_URL');
    expect(`${stdout}${stderr}`).not.toMatch(/^\s+at |"stack"/m);
    expect(`${stdout}${stderr}`).not.toContain(SECRET);
  });

  it('without its settings lists them by name', () => {
    const { status, stderr } = start(
      service,
      service === 'gateway' ? { TOKEN_PRIVATE_KEY: jwk(privateKey), SERVICE_URLS: '{}' } : {},
    );

    expect(status).toBe(1);
    for (const name of ['DATABASE_URL', 'DATABASE_WORKER_URL', 'TOKEN_PUBLIC_KEY', 'FIELD_KEY'])
      expect(stderr).toContain(`  ${name}: `);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('starting a service', () => {
  it('with settings that are wrong names them and shows no value', () => {
    const wrong = { ...completeSettings(), DATABASE_URL: `mysql://${SECRET}`, PORT: '70000', DATABASE_POOL_SIZE: 'many' };
    const { status, stderr } = start('disputes', wrong);

    expect(status).toBe(1);
    for (const name of ['DATABASE_URL', 'PORT', 'DATABASE_POOL_SIZE']) expect(stderr).toContain(`  ${name}: `);
    expect(stderr).not.toContain(SECRET);
  });

  it.each([
    ['kafka', 'KAFKA_BROKERS'],
    ['embedded', 'EMBEDDED_LOG_URL'],
  ])('on %s without an address names %s', (log, setting) => {
    const { EMBEDDED_LOG_URL: _, ...settings } = completeSettings();
    const { status, stderr } = start('disputes', { ...settings, EVENT_LOG: log });

    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(setting)]);
  });

  it('without the gateway’s own settings lists those', () => {
    const { TOKEN_PRIVATE_KEY: _, SERVICE_URLS: __, ...settings } = completeSettings();
    const { status, stderr } = start('gateway', settings);

    expect(status).toBe(1);
    for (const name of ['TOKEN_PRIVATE_KEY', 'SERVICE_URLS']) expect(stderr).toContain(`  ${name}: `);
  });
});

function portWithoutAnybody(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
