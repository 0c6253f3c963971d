import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from '../../../deploy/local/postgres.mjs';

const IMAGE = 'postgres:18';

/**
 * A given server (ACCORD_TEST_POSTGRES_URL), a container (ACCORD_TEST_POSTGRES=container), else the one from the npm package.
 * One's own is always of the last kind and waits for the disk, because it is there to be killed.
 */
export async function startPostgresFor({ own }) {
  if (own) return ownPostgres();
  if (process.env.ACCORD_TEST_POSTGRES_URL)
    return { address: { url: process.env.ACCORD_TEST_POSTGRES_URL }, close: async () => {} };
  if (process.env.ACCORD_TEST_POSTGRES === 'container') return containerPostgres();
  const dataDir = mkdtempSync(join(tmpdir(), 'accord-test-postgres-'));
  const server = await openPostgres({ dataDir, throwaway: true });
  return { address: { url: server.url }, close: () => server.stop('immediate') };
}

async function containerPostgres() {
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
  const container = await new PostgreSqlContainer(IMAGE).withCommand(['postgres', '-c', 'max_connections=200']).start();
  return { address: { url: container.getConnectionUri() }, close: async () => void (await container.stop()) };
}

async function ownPostgres() {
  const dataDir = mkdtempSync(join(tmpdir(), 'accord-test-postgres-'));
  let server = await openPostgres({ dataDir });
  const { url, port } = server;
  return {
    address: { url },
    stop: (mode) => server.stop(mode),
    kill: () => server.kill(),
    start: async () => {
      server = await openPostgres({ dataDir, port });
    },
    close: async () => {
      await server.stop('immediate');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
