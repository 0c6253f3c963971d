import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';

/** A statement that each connection plans once. `name` stands for the text and is used for no other. */
export interface PreparedQuery {
  readonly name: string;
  readonly text: string;
}

/**
 * Runs a statement in the caller's transaction without planning it anew; for statements on a hot path. Answers its rows.
 * Inside a transaction only: outside one the connection would not be given back.
 */
export async function queryPrepared<Row>(tx: EntityManager, { name, text }: PreparedQuery, values: unknown[]): Promise<Row[]> {
  if (!tx.queryRunner?.isTransactionActive) throw new Error(`The prepared query ${name} runs inside a transaction only.`);
  const connection = (await tx.queryRunner.connect()) as PoolClient;
  const { rows } = await connection.query({ name, text, values });
  return rows as Row[];
}
