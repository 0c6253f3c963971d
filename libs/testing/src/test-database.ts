import { randomBytes } from 'node:crypto';
import { databaseName, type DatabaseUrls, provisionDatabase } from '@accord/postgres';
import { Client } from 'pg';
import { startPostgres } from './postgres';

export interface TestDatabase extends DatabaseUrls {
  readonly name: string;
  /** Of a superuser, to this database: for looking behind row-level security. */
  readonly adminUrl: string;
  /** Ends every connection to it and removes it with its roles. */
  drop(): Promise<void>;
}

/**
 * A database that nobody else uses, with the roles that production has and no tables yet. `on` is the server's superuser
 * address where it is not the shared one. Drop it in `afterAll`; where a test forgets, it ends with the run.
 */
export async function createTestDatabase(service: string, on?: { readonly url: string }): Promise<TestDatabase> {
  const server = on ?? (await startPostgres());
  const name = `${databaseName(service)}_${randomBytes(4).toString('hex')}`;
  const secret = () => randomBytes(12).toString('hex');
  const urls = await provisionDatabase(server.url, name, { owner: secret(), app: secret(), worker: secret() });
  const adminUrl = new URL(server.url);
  adminUrl.pathname = `/${name}`;
  return { ...urls, name, adminUrl: adminUrl.href, drop: () => drop(server.url, name) };
}

async function drop(serverUrl: string, name: string): Promise<void> {
  const admin = new Client({ connectionString: serverUrl });
  await admin.connect();
  try {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.query(`DROP ROLE IF EXISTS ${name}_owner, ${name}_app, ${name}_worker`);
  } finally {
    await admin.end();
  }
}
