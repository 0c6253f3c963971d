import type { Admin } from 'kafkajs';
import type { EventLog, LogRecord, SubscribeOptions, Subscription } from './event-log';
import { BRIEF_RETRIES, type KafkaOptions, type KafkaSettings, openClient, withDefaults } from './kafka-client';
import { isPassing, LeaderMissing } from './kafka-failures';
import type { Position } from './kafka-positions';
import { KafkaSubscription } from './kafka-subscription';
import { KafkaWriter } from './kafka-writer';

/** More than a record may be by the services' own limits, so that the broker is never the first to refuse one. */
const LARGEST_BATCH_BYTES = 4 * 1024 * 1024;
const ADMIN_PATIENCE_MS = 15_000;
const ADMIN_PAUSE_MS = 50;

/** The log on Apache Kafka 3.9 or 4.x. Connects when first used. */
export class KafkaLog implements EventLog {
  private readonly settings: KafkaSettings;
  private readonly writer: KafkaWriter;
  private readonly subscriptions = new Set<KafkaSubscription>();

  constructor(options: KafkaOptions) {
    this.settings = withDefaults(options);
    this.writer = new KafkaWriter(this.settings);
  }

  append(records: readonly LogRecord[]): Promise<void> {
    return this.writer.append(records);
  }

  /** Two processes may ask for the same topics at once; whichever comes second finds them there. */
  async prepare(topics: readonly string[]): Promise<void> {
    const wanted = [...new Set(topics)];
    if (wanted.length === 0) return;
    await this.asAdmin(async (admin) => {
      const existing = new Set(await admin.listTopics());
      const missing = wanted.filter((topic) => !existing.has(topic));
      if (missing.length > 0) await this.create(missing, admin);
      await requireLeaders(wanted, admin);
    });
  }

  async subscribe(options: SubscribeOptions): Promise<Subscription> {
    const startAt = options.from === 'now' ? await this.whereNowIs(options) : [];
    const subscription = new KafkaSubscription(this.settings, options);
    await subscription.start(startAt);
    this.subscriptions.add(subscription);
    return {
      stop: async () => {
        this.subscriptions.delete(subscription);
        await subscription.stop();
      },
    };
  }

  async close(): Promise<void> {
    await Promise.allSettled([...this.subscriptions].map((subscription) => subscription.stop()));
    this.subscriptions.clear();
    await this.writer.close();
  }

  /**
   * The end of each partition in which the group has no position. It is stored at once: a group that merely began at the end
   * would begin there again after every rebalance, and lose what came between.
   */
  private whereNowIs({ group, topics }: SubscribeOptions): Promise<Position[]> {
    return this.asAdmin(async (admin) => {
      const stored = await admin.fetchOffsets({ groupId: group, topics: [...topics] });
      const perTopic = stored.map(async ({ topic, partitions }) => {
        const without = new Set(partitions.filter(({ offset }) => offset === '-1').map(({ partition }) => partition));
        const ends = await admin.fetchTopicOffsets(topic);
        return ends
          .filter(({ partition }) => without.has(partition))
          .map(({ partition, high }) => ({ topic, partition, offset: high }));
      });
      return (await Promise.all(perTopic)).flat();
    });
  }

  private async create(topics: readonly string[], admin: Admin): Promise<void> {
    const { partitions, replicationFactor, minInSyncReplicas, retention } = this.settings;
    await admin.createTopics({
      // The library's own waiting fails where a broker has not heard of the topic yet.
      waitForLeaders: false,
      timeout: ADMIN_PATIENCE_MS,
      topics: topics.map((topic) => ({
        topic,
        numPartitions: partitions,
        replicationFactor,
        configEntries: [
          { name: 'min.insync.replicas', value: String(minInSyncReplicas) },
          { name: 'retention.ms', value: String(retention) },
          { name: 'max.message.bytes', value: String(LARGEST_BATCH_BYTES) },
        ],
      })),
    });
  }

  /** Repeats what fails in passing, as questions about a topic do whose leader is being chosen. All of it is safe to repeat. */
  private async asAdmin<Result>(work: (admin: Admin) => Promise<Result>): Promise<Result> {
    const until = Date.now() + ADMIN_PATIENCE_MS;
    for (;;) {
      const admin = await this.openAdmin();
      try {
        return await work(admin);
      } catch (error) {
        if (!isPassing(error as Error) || Date.now() > until) throw error;
      } finally {
        await admin.disconnect().catch(() => {});
      }
      await new Promise((resolve) => setTimeout(resolve, ADMIN_PAUSE_MS));
    }
  }

  private async openAdmin(): Promise<Admin> {
    const admin = openClient(this.settings).admin({ retry: BRIEF_RETRIES });
    try {
      await admin.connect();
      return admin;
    } catch (cause) {
      throw new Error(`Kafka does not answer at ${this.settings.brokers.join(', ')}: ${(cause as Error).message}`, { cause });
    }
  }
}

async function requireLeaders(topics: string[], admin: Admin): Promise<void> {
  const { topics: described } = await admin.fetchTopicMetadata({ topics });
  const led = described.every(({ partitions }) => partitions.length > 0 && partitions.every(({ leader }) => leader >= 0));
  if (!led) throw new LeaderMissing(`Kafka has no leader yet for a partition of ${topics.join(', ')}.`);
}
