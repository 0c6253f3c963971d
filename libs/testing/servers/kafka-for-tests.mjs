import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kafkaWithoutDocker, startKafka } from '../../../deploy/kafka/kafka.mjs';
import { dockerEngineAnswers } from '../../../deploy/local/docker-engine.mjs';
import { freePort } from '../../../deploy/local/postgres.mjs';

/**
 * Where tests would get a broker from, asked before a run so that it can say what it leaves out.
 * @returns {Promise<{ possible: boolean, how: 'given' | 'container' | 'process' | 'none', why: string }>}
 */
export async function kafkaForTests() {
  if (process.env.KAFKA_BROKERS) return { possible: true, how: 'given', why: '' };
  const { possible, why } = kafkaWithoutDocker();
  if (process.env.ACCORD_TEST_KAFKA !== 'process' && (await dockerEngineAnswers()))
    return { possible: true, how: 'container', why: '' };
  return { possible, how: possible ? 'process' : 'none', why: possible ? '' : `No KAFKA_BROKERS, no Docker engine, and: ${why}` };
}

/** One's own broker is always a process of this machine, because it is there to be killed. */
export async function startKafkaFor({ own, ...where }) {
  if (own) return kafkaProcess(where);
  const { how, why } = await kafkaForTests();
  switch (how) {
    case 'given':
      return { address: { brokers: process.env.KAFKA_BROKERS.split(',') }, close: async () => {} };
    case 'container':
      return kafkaContainer();
    case 'process':
      return kafkaProcess({});
    default:
      throw new Error(why);
  }
}

/** The broker tells its clients where it is, so its port must be known before it starts. */
async function kafkaContainer() {
  const { GenericContainer, Wait } = await import('testcontainers');
  const port = await freePort();
  const container = await new GenericContainer(`apache/kafka:${process.env.KAFKA_VERSION || '3.9.2'}`)
    .withExposedPorts({ container: 9092, host: port })
    .withEnvironment({
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://:9093',
      KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://localhost:${port}`,
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
      KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS: '1000',
    })
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
    .start();
  return { address: { brokers: [`localhost:${port}`] }, close: async () => void (await container.stop()) };
}

async function kafkaProcess({ port: wanted, advertisedPort }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'accord-test-kafka-'));
  const settings = advertisedPort === undefined ? {} : { 'advertised.listeners': `PLAINTEXT://127.0.0.1:${advertisedPort}` };
  let broker = await startKafka({ dataDir, port: wanted, settings, throwaway: true });
  const { port } = broker;
  const brokers = advertisedPort === undefined ? broker.brokers : [`127.0.0.1:${advertisedPort}`];
  return {
    address: { brokers },
    stop: () => broker.stop(),
    kill: () => broker.kill(),
    start: async () => {
      broker = await startKafka({ dataDir, port, settings, throwaway: true });
    },
    close: async () => {
      await broker.kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
