import type { QueryRunner } from 'typeorm';

/**
 * Cuts a connection instead of handing it back: the pool closes its socket and opens another when it needs one. TypeORM's
 * `release` has no way to say this, its runner for Postgres has.
 */
export async function sever(runner: QueryRunner, because: Error): Promise<void> {
  await (runner as QueryRunner & { releasePostgresConnection(error: Error): Promise<void> }).releasePostgresConnection(because);
}
