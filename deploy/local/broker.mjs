// Finds a real Kafka for --kafka: one that is given, else one in Docker, else one that Java and Maven can run.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { kafkaWithoutDocker, startKafka } from '../kafka/kafka.mjs';
import { dockerEngineAnswers } from './docker-engine.mjs';
import { ROOT } from './options.mjs';

const CONTAINER = 'accord-kafka';
const CONTAINER_PORT = 9094;

/**
 * @param {string} dataFolder @param {(line: string) => void} say
 * @returns {Promise<{ brokers: string, stop: () => Promise<void> }>}
 */
export async function openBroker(dataFolder, say) {
  if (process.env.KAFKA_BROKERS) return { brokers: process.env.KAFKA_BROKERS, stop: async () => {} };
  if (await dockerEngineAnswers()) return inDocker(say);
  const { possible, why } = kafkaWithoutDocker();
  if (!possible)
    throw new Error(`--kafka needs a broker: set KAFKA_BROKERS=host:port, start Docker, or install Java 17 and Maven (${why}).`);
  say('Starting Apache Kafka with Java (the first time its jars are fetched from Maven Central) …');
  const kafka = await startKafka({ dataDir: join(dataFolder, 'kafka') });
  return { brokers: kafka.brokers.join(','), stop: () => kafka.stop() };
}

async function inDocker(say) {
  say('Starting Apache Kafka in Docker …');
  const started = spawnSync('docker', ['compose', '-f', join(ROOT, 'docker-compose.yml'), 'up', '-d', '--wait', 'kafka'], {
    encoding: 'utf8',
  });
  if (started.status !== 0) throw new Error(`Docker could not start ${CONTAINER}: ${started.stderr}`);
  const stop = async () =>
    void spawnSync('docker', ['compose', '-f', join(ROOT, 'docker-compose.yml'), 'stop', 'kafka'], { stdio: 'ignore' });
  return { brokers: `localhost:${CONTAINER_PORT}`, stop };
}
