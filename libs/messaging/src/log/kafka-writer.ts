import { Partitioners, type Producer, type TopicMessages } from 'kafkajs';
import type { LogRecord } from './event-log';
import { within } from '../within';
import { BRIEF_RETRIES, type KafkaSettings, openClient } from './kafka-client';

/** Below the broker's limit for one batch (1 MiB), however the records fall onto the partitions. */
const SEND_LIMIT_BYTES = 900_000;
const SEND_LIMIT_RECORDS = 1_000;
const RECORD_OVERHEAD_BYTES = 100;
const PARTING_MS = 500;

interface Append {
  readonly records: readonly LogRecord[];
  resolve(): void;
  reject(error: Error): void;
}

/**
 * Writes to Kafka with one request under way: what is asked for meanwhile goes out together with the next. After a failure
 * everything that waits is rejected as well, so that nothing overtakes what its caller is about to repeat.
 */
export class KafkaWriter {
  private waiting: Append[] = [];
  private working = false;
  private closed = false;
  private producer: Promise<Producer> | undefined;

  constructor(private readonly settings: KafkaSettings) {}

  append(records: readonly LogRecord[]): Promise<void> {
    if (records.length === 0) return Promise.resolve();
    if (this.closed) return Promise.reject(new Error('The connection to Kafka has been closed.'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ records, resolve, reject });
      if (!this.working) void this.work();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.forgetProducer();
  }

  private async work(): Promise<void> {
    this.working = true;
    while (this.waiting.length > 0) {
      const together = this.waiting;
      this.waiting = [];
      try {
        await this.send(together.flatMap(({ records }) => records));
        for (const append of together) append.resolve();
      } catch (error) {
        await this.settleApart(together, error as Error);
      }
    }
    this.working = false;
  }

  /** One record that the broker refuses must not fail those that merely travelled with it. */
  private async settleApart(together: readonly Append[], error: Error): Promise<void> {
    await this.forgetProducer();
    if (together.length === 1 || !isAboutContent(error)) {
      for (const append of [...together, ...this.waiting]) append.reject(error);
      this.waiting = [];
      return;
    }
    for (const append of together) {
      await this.send(append.records).then(append.resolve, async (cause: Error) => {
        await this.forgetProducer();
        append.reject(cause);
      });
    }
  }

  private async send(records: readonly LogRecord[]): Promise<void> {
    for (const part of inParts(records)) {
      const producer = await (this.producer ??= this.openProducer());
      await this.inTime(producer.sendBatch({ acks: -1, timeout: this.settings.appendTimeout, topicMessages: byTopic(part) }));
    }
  }

  private async openProducer(): Promise<Producer> {
    const producer = openClient(this.settings).producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      metadataMaxAge: 60_000,
      retry: BRIEF_RETRIES,
    });
    await this.inTime(producer.connect());
    return producer;
  }

  /**
   * After a failure nobody knows what the broker has, while the library counts its sequence numbers back: under the old
   * producer id the broker would take the next batch for a repetition and acknowledge it unwritten. So a new id is drawn.
   */
  private async forgetProducer(): Promise<void> {
    const former = this.producer;
    this.producer = undefined;
    if (former === undefined) return;
    const disconnected = former.then((producer) => producer.disconnect());
    await within(PARTING_MS, disconnected, 'Kafka did not let the producer go').catch(() => {});
  }

  /** The library enforces a timeout per request and repeats on the same connection, which may be half open. */
  private inTime<Result>(work: Promise<Result>): Promise<Result> {
    return within(this.settings.appendTimeout, work, 'Kafka did not acknowledge');
  }
}

function isAboutContent(error: Error): boolean {
  const { type } = ((error.cause ?? error) as { type?: string }) ?? {};
  return (
    type === 'MESSAGE_TOO_LARGE' ||
    type === 'RECORD_LIST_TOO_LARGE' ||
    type === 'INVALID_RECORD' ||
    type === 'INVALID_TOPIC_EXCEPTION'
  );
}

function* inParts(records: readonly LogRecord[]): Generator<LogRecord[]> {
  let part: LogRecord[] = [];
  let bytes = 0;
  for (const record of records) {
    const size = sizeOf(record);
    if (part.length > 0 && (bytes + size > SEND_LIMIT_BYTES || part.length === SEND_LIMIT_RECORDS)) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(record);
    bytes += size;
  }
  yield part;
}

function sizeOf({ key, headers, value }: LogRecord): number {
  const inHeaders = Object.entries(headers).reduce((sum, [name, text]) => sum + name.length + Buffer.byteLength(text), 0);
  return RECORD_OVERHEAD_BYTES + Buffer.byteLength(key) + Buffer.byteLength(value) + inHeaders;
}

function byTopic(records: readonly LogRecord[]): TopicMessages[] {
  const topics = new Map<string, TopicMessages>();
  for (const { topic, key, headers, value } of records) {
    const entry = topics.get(topic) ?? { topic, messages: [] };
    entry.messages.push({ key, value, headers: { ...headers } });
    topics.set(topic, entry);
  }
  return [...topics.values()];
}
