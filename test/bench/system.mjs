// The whole system for a bench: as `npm start` runs it, with the moments of commit recorded and a part that can be stopped.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { openBroker } from '../../deploy/local/broker.mjs';
import { freePort, openPostgres } from '../../deploy/local/postgres.mjs';
import { openSecrets } from '../../deploy/local/secrets.mjs';
import { Services } from '../../deploy/local/services.mjs';
import { DEMO_PASSWORD, serviceSettings } from '../../deploy/local/settings.mjs';
import { Client } from './load.mjs';

/** @param {'embedded' | 'kafka'} transport @param {(line: string) => void} say */
export async function openSystem(transport, say) {
  const folder = mkdtempSync(join(tmpdir(), 'accord-bench-'));
  const { secrets } = openSecrets(folder, { kind: 'demo', transport });
  const postgres = await openPostgres({ dataDir: join(folder, 'postgres'), settings: { track_commit_timestamp: 'on' } });
  const broker = transport === 'kafka' ? await openBroker(folder, say) : null;
  const { provisionAll, SERVICES } = await import('../../deploy/local/dist/main.js');
  const databases = await provisionAll(postgres.url, secrets.databasePassword);
  const ports = {};
  for (const name of SERVICES) ports[name] = await freePort();
  const settings = serviceSettings({ options: { empty: false }, secrets, databases, brokers: broker?.brokers ?? null, ports });
  const others = new Services(join(folder, 'logs'), say);
  let disputes = new Services(join(folder, 'logs'), say);
  await Promise.all([
    disputes.start('disputes', settings.disputes),
    ...SERVICES.filter((name) => name !== 'disputes').map((name) => others.start(name, settings[name])),
  ]);
  const connect = async (database) => {
    const url = new URL(postgres.url);
    url.pathname = `/${database}`;
    const client = new pg.Client({ connectionString: url.href });
    client.on('error', () => {}); // the server goes away with the bench
    await client.connect();
    return client;
  };
  return {
    port: ports.gateway,
    quiet: () => quiet(Object.values(ports)),
    brokers: broker?.brokers ?? null,
    settings,
    postgresUrl: postgres.url,
    connect,
    async signIn(username) {
      const anonymous = new Client(ports.gateway, null);
      const { body } = await anonymous.post('/api/session', { username, password: DEMO_PASSWORD });
      anonymous.close();
      return new Client(ports.gateway, body.token);
    },
    async stopDisputes() {
      await disputes.stop();
    },
    async startDisputes() {
      disputes = new Services(join(folder, 'logs'), say);
      await disputes.start('disputes', settings.disputes);
    },
    async close() {
      await Promise.all([disputes.stop(), others.stop()]);
      await broker?.stop();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until no service has sent or taken an event for a second, so that one measurement does not pay for another. */
async function quiet(ports) {
  let before = '';
  for (let still = 0; still < 4;) {
    const metrics = await Promise.all(ports.map(async (port) => (await fetch(`http://127.0.0.1:${port}/metrics`)).text()));
    const now = metrics.flatMap((text) => text.match(/^accord_messaging_(appended|taken|foreign) \d+$/gm) ?? []).join();
    still = now === before ? still + 1 : 0;
    before = now;
    await pause(250);
  }
}
