// The least that the hop can cost: two durable commits, and between them one acks-all round trip (Kafka) or one durable
// append (embedded). Taken on the same server, in the same run, with nothing else to do.
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { now, quantile } from './load.mjs';

const TOPIC = 'accord.bench.floor';

/** Median milliseconds of `rounds` round trips. */
export async function measureFloor(system, rounds) {
  const db = await system.connect('postgres');
  await db.query('CREATE TABLE IF NOT EXISTS bench_floor (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text)');
  const commit = () => db.query({ name: 'floor', text: 'INSERT INTO bench_floor (body) VALUES ($1)', values: ['x'.repeat(300)] });
  const hop = system.brokers === null ? { cross: commit, close: async () => {} } : await kafkaHop(system.brokers);
  const took = [];
  for (let round = 0; round < rounds + 50; round++) {
    const start = now();
    await commit();
    await hop.cross();
    await commit();
    if (round >= 50) took.push(now() - start);
  }
  await hop.close();
  await db.end();
  return quantile(took, 0.5);
}

async function kafkaHop(brokers) {
  const kafka = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: 1 }] });
  await admin.disconnect();
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  return {
    cross: () => producer.send({ topic: TOPIC, acks: -1, messages: [{ value: 'x'.repeat(300) }] }),
    close: () => producer.disconnect(),
  };
}
