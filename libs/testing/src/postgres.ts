import { askTestServers } from './test-servers';

export interface TestPostgres {
  /** Of a superuser. */
  readonly url: string;
}

/** A server of the caller's own, to be stopped, killed and started again at the same address with the same data. */
export interface OwnPostgres extends TestPostgres {
  /** `immediate` leaves recovery to the next start, as a crash does; `fast` ends sessions and writes everything. */
  stop(mode: 'fast' | 'immediate'): Promise<void>;
  kill(): Promise<void>;
  /** Resolves when it answers again. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** The real Postgres 18 that all test files of a run share; the first caller waits for its start. Make a database of your own in it. */
export function startPostgres(): Promise<TestPostgres> {
  return askTestServers<TestPostgres>('postgres');
}

/** A real Postgres 18 for one test file, for tests of what happens when it fails. Close it at the end. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const { url, id } = await askTestServers<{ url: string; id: string }>('postgres/own');
  const act = async (verb: string): Promise<void> => void (await askTestServers(`${id}/${verb}`));
  return {
    url,
    stop: (mode) => act(`stop/${mode}`),
    kill: () => act('kill'),
    start: () => act('start'),
    close: () => act('close'),
  };
}
