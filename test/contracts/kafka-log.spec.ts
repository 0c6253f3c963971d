import { KafkaLog } from '@accord/messaging';
import { startKafka } from '@accord/testing';
import { describeEventLog } from '../../libs/messaging/src/testing/event-log.contract';

describeEventLog('Apache Kafka', async () => {
  const { brokers } = await startKafka();
  const log = new KafkaLog({ brokers });
  return { log, another: () => Promise.resolve(new KafkaLog({ brokers })), close: () => log.close() };
});
