import { askTestServers } from './test-servers';

export interface TestKafka {
  readonly brokers: readonly string[];
}

/** A broker of the caller's own, to be stopped, killed and started again at the same address with the same topics. */
export interface OwnKafka extends TestKafka {
  stop(): Promise<void>;
  kill(): Promise<void>;
  /** Resolves when it answers again. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The real Apache Kafka that all test files of a run share: `KAFKA_BROKERS`, else a container where a Docker engine answers,
 * else a process on Java and Maven. The first caller waits for its start (some seconds). Make topics of your own in it.
 */
export function startKafka(): Promise<TestKafka> {
  return askTestServers<TestKafka>('kafka');
}

/** Where one's own broker listens, and where it tells clients that it is: a proxy between the two can damage the network. */
export interface OwnKafkaPorts {
  readonly port?: number;
  readonly advertisedPort?: number;
}

/** A real broker for one test file, for tests of what happens when it fails. Needs Java and Maven. Close it at the end. */
export async function startOwnKafka(ports: OwnKafkaPorts = {}): Promise<OwnKafka> {
  const { brokers, id } = await askTestServers<{ brokers: string[]; id: string }>('kafka/own', { ...ports });
  const act = async (verb: string): Promise<void> => void (await askTestServers(`${id}/${verb}`));
  return { brokers, stop: () => act('stop'), kill: () => act('kill'), start: () => act('start'), close: () => act('close') };
}
