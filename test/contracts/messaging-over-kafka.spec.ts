import { KafkaLog } from '@accord/messaging';
import { startKafka } from '@accord/testing';
import { describeMessaging } from '../../libs/messaging/src/testing/messaging.contract';

describeMessaging('Apache Kafka', async () => {
  const { brokers } = await startKafka();
  const log = new KafkaLog({ brokers });
  return { log, another: () => Promise.resolve(new KafkaLog({ brokers })), close: () => log.close() };
});
