import type { Consumer, EachBatchPayload, IHeaders, KafkaMessage } from 'kafkajs';
import type { ReceivedRecord, SubscribeOptions } from './event-log';
import { BRIEF_RETRIES, type KafkaSettings, openClient } from './kafka-client';
import { ConnectionLost } from './kafka-failures';
import { KafkaPositions, type Position } from './kafka-positions';
import { PartitionLane } from './partition-lane';
import { within } from '../within';

/** A member that neither fetched nor joined for this long sits on a dead connection. A rebalance may take REBALANCE_MS. */
const SILENCE_MS = 15_000;
const REBALANCE_MS = 10_000;
const PARTING_MS = 4_000;

/**
 * One membership in a consumer group, from joining to leaving. The library's handler only hands records to the lanes and
 * returns: it waits for all partitions before it fetches again, stops for good on some exceptions, and would tie heartbeats
 * to handlers.
 */
export class KafkaMember {
  private readonly consumer: Consumer;
  private readonly positions: KafkaPositions;
  private readonly lanes = new Map<string, PartitionLane>();
  private watch: NodeJS.Timeout | undefined;
  private lastSign = Date.now();
  /** When the group last took us for a member. */
  private lastAccepted = Date.now();
  private joined = false;
  private over = false;
  private crash: Error | undefined;

  constructor(
    private readonly settings: KafkaSettings,
    private readonly options: SubscribeOptions,
    /** Called once, when this membership has ended without being asked to. */
    private readonly onEnd: (error: Error) => void,
  ) {
    this.consumer = openClient(settings).consumer({
      groupId: options.group,
      sessionTimeout: settings.sessionTimeout,
      heartbeatInterval: settings.heartbeatInterval,
      rebalanceTimeout: REBALANCE_MS,
      maxWaitTimeInMs: settings.fetchWait,
      minBytes: 1,
      allowAutoTopicCreation: false,
      metadataMaxAge: 60_000,
      retry: { ...BRIEF_RETRIES, restartOnFailure: () => Promise.resolve(false) },
    });
    this.positions = new KafkaPositions(this.consumer, settings.commitInterval);
  }

  /** Resolves when the group has given this member its partitions. `startAt` sets where partitions without a position begin. */
  async join(startAt: readonly Position[]): Promise<void> {
    this.listen(startAt);
    try {
      await this.consumer.connect();
      await this.consumer.subscribe({ topics: [...this.options.topics], fromBeginning: this.options.from === 'beginning' });
    } catch (error) {
      this.end(error as Error);
      throw error;
    }
    await this.consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      eachBatch: (payload) => Promise.resolve(this.receive(payload)),
    });
    // The library resolves although it failed, and says why in an event.
    if (!this.joined) throw new Error(`Kafka did not let a member into the group ${this.options.group}.`, { cause: this.crash });
    this.watch = setInterval(() => this.lookForSigns(), SILENCE_MS / 5);
    this.watch.unref();
  }

  /** No more fetching, finish the chunks, store the positions, leave the group; the broker may be away, so not for ever. */
  async leave(): Promise<void> {
    const alive = !this.over;
    this.over = true;
    clearInterval(this.watch);
    if (alive) this.whileConnected(() => this.consumer.pause(this.options.topics.map((topic) => ({ topic }))));
    await Promise.all([...this.lanes.values()].map((lane) => lane.close()));
    if (!alive) return;
    await within(PARTING_MS, this.positions.save(), 'Kafka did not store the positions').catch(() => {});
    this.positions.close();
    await within(PARTING_MS, this.consumer.disconnect(), 'Kafka did not let the member go').catch(() => {});
  }

  private listen(startAt: readonly Position[]): void {
    const { consumer } = this;
    const sign = (): void => void (this.lastSign = Date.now());
    const accepted = (): void => void (this.lastAccepted = this.lastSign = Date.now());
    consumer.on(consumer.events.FETCH, sign);
    consumer.on(consumer.events.HEARTBEAT, accepted);
    consumer.on(consumer.events.REBALANCING, () => {
      sign();
      void this.positions.save();
      this.abandonLanes();
    });
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      accepted();
      this.positions.assign(payload.memberAssignment);
      this.abandonLanes();
      if (!this.joined) this.begin(startAt);
      this.joined = true;
    });
    consumer.on(consumer.events.CRASH, ({ payload }) => this.end(payload.error));
  }

  private begin(startAt: readonly Position[]): void {
    for (const { topic, partition, offset } of startAt) {
      if (!this.positions.isOurs(topic, partition)) continue;
      this.consumer.seek({ topic, partition, offset });
      this.positions.reached(topic, partition, BigInt(offset));
    }
  }

  private receive({ batch, resolveOffset }: EachBatchPayload): void {
    if (this.over || this.mayBeExpelled() || !this.positions.isOurs(batch.topic, batch.partition)) return;
    this.lane(batch.topic, batch.partition).add(batch.messages.map((message) => received(batch.topic, batch.partition, message)));
    resolveOffset(batch.lastOffset());
  }

  /**
   * A process that was stopped for a while wakes up with partitions that others have had since, and may fetch from them all
   * the same. The library asks the group after this batch; what is left out here is then fetched again by whoever should.
   */
  private mayBeExpelled(): boolean {
    return Date.now() - this.lastAccepted > this.settings.sessionTimeout;
  }

  private lane(topic: string, partition: number): PartitionLane {
    const key = `${topic}:${partition}`;
    const existing = this.lanes.get(key);
    if (existing !== undefined) return existing;
    const lane = new PartitionLane(topic, partition, {
      onBatch: (batch) => this.options.onBatch(batch),
      onDone: (offset) => this.positions.reached(topic, partition, offset + 1n),
      onFull: () => this.whileConnected(() => this.consumer.pause([{ topic, partitions: [partition] }])),
      onRoom: () => {
        if (!this.over) this.whileConnected(() => this.consumer.resume([{ topic, partitions: [partition] }]));
      },
      onFault: (error) => this.settings.report('error', `A batch handler threw: ${error.message}`, { topic, partition }),
    });
    this.lanes.set(key, lane);
    return lane;
  }

  /** Between losing its connection and saying so, the library throws; what is then neither paused nor resumed is gone anyway. */
  private whileConnected(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.settings.report('debug', `Kafka is not connected: ${(error as Error).message}`, {});
    }
  }

  private abandonLanes(): void {
    for (const lane of this.lanes.values()) lane.abandon();
  }

  private lookForSigns(): void {
    const silent = Date.now() - this.lastSign;
    if (silent > SILENCE_MS) this.end(new ConnectionLost(`Nothing heard from Kafka for ${silent} ms.`));
  }

  private end(error: Error): void {
    if (this.over) return;
    this.over = true;
    this.crash = error;
    clearInterval(this.watch);
    this.positions.close();
    // Not waited for: on a dead connection it may take minutes.
    void this.consumer.disconnect().catch(() => {});
    void Promise.all([...this.lanes.values()].map((lane) => lane.close())).then(() => this.onEnd(error));
  }
}

function received(topic: string, partition: number, message: KafkaMessage): ReceivedRecord {
  return {
    topic,
    partition,
    offset: BigInt(message.offset),
    key: message.key?.toString() ?? null,
    value: message.value?.toString() ?? null,
    headers: textHeaders(message.headers),
  };
}

/** Where a name comes twice the last one counts, as it does in a map. */
function textHeaders(headers: IHeaders | undefined): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, given] of Object.entries(headers ?? {})) {
    const last = Array.isArray(given) ? given.at(-1) : given;
    if (last !== undefined) texts[name] = last.toString();
  }
  return texts;
}
