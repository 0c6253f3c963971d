import type { EventLog, ReceivedRecord, RecordBatch, Subscription } from '../log/event-log';

export interface ListenerOptions {
  readonly group: string;
  readonly topic: string;
  readonly from?: 'beginning' | 'now';
  /** Whether what was received is reported as done; true unless given. */
  readonly settles?: (record: ReceivedRecord) => boolean;
}

/** A member of a group that writes down what it is given. */
export class Listener {
  readonly received: ReceivedRecord[] = [];
  /** Highest number of batches that one partition ever had under way. */
  overlap = 0;
  private readonly underWay = new Map<number, number>();
  private subscription: Subscription | undefined;

  private constructor(private readonly settles: (record: ReceivedRecord) => boolean) {}

  static async on(log: EventLog, { group, topic, from = 'beginning', settles = () => true }: ListenerOptions): Promise<Listener> {
    const listener = new Listener(settles);
    listener.subscription = await log.subscribe({
      group,
      topics: [topic],
      from,
      onBatch: (batch) => listener.take(batch),
      onCrash: (error) => {
        throw error;
      },
    });
    return listener;
  }

  get values(): (string | null)[] {
    return this.received.map(({ value }) => value);
  }

  get partitions(): Set<number> {
    return new Set(this.received.map(({ partition }) => partition));
  }

  async stop(): Promise<void> {
    await this.subscription?.stop();
  }

  private async take(batch: RecordBatch): Promise<void> {
    const running = (this.underWay.get(batch.partition) ?? 0) + 1;
    this.underWay.set(batch.partition, running);
    this.overlap = Math.max(this.overlap, running);
    for (const record of batch.records) {
      if (batch.stopping()) break;
      this.received.push(record);
      if (!this.settles(record)) break;
      batch.done(record.offset);
    }
    await batch.heartbeat();
    this.underWay.set(batch.partition, running - 1);
  }
}
