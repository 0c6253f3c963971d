import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { OperatorError } from './service-config';

/** Waits until the database answers; gives up with an error that says where it looked and what to do. */
export async function waitForDatabase(service: string, url: string, seconds: number, say: (line: string) => void): Promise<void> {
  const { host } = new URL(url);
  const giveUpAt = Date.now() + seconds * 1000;
  for (let attempt = 1; ; attempt++) {
    const fault = await tryOnce(url);
    if (fault === null) return;
    if (Date.now() >= giveUpAt) {
      throw new OperatorError(
        `${service} cannot reach its database at ${host} (${fault}). Start PostgreSQL there, or set DATABASE_URL, DATABASE_WORKER_URL and DATABASE_OWNER_URL.`,
      );
    }
    if (attempt % 10 === 1) say(`waiting for the database at ${host} (${fault})`);
    await pause(500);
  }
}

async function tryOnce(url: string): Promise<string | null> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    await client.query('SELECT 1');
    return null;
  } catch (error) {
    return (error as { code?: string; message: string }).code ?? (error as Error).message;
  } finally {
    await client.end().catch(() => undefined);
  }
}
