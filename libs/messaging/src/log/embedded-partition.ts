import type { ReceivedRecord, RecordBatch } from './event-log';

/** One partition while this member holds it: where it reads, what is under way, and how far its records took effect. */
export class EmbeddedPartition {
  private running: Promise<void> | undefined;
  private leaving = false;
  private next: bigint;
  private stored: bigint;
  private restUntil = 0;

  constructor(
    readonly topic: string,
    readonly partition: number,
    position: bigint,
  ) {
    this.next = position;
    this.stored = position;
  }

  /** Where to read next; what was given but not said to be done is read again. */
  get position(): bigint {
    return this.next;
  }

  get unstored(): boolean {
    return this.next > this.stored;
  }

  get idle(): boolean {
    return this.running === undefined && !this.leaving && performance.now() >= this.restUntil;
  }

  /** Hands records to the consumer; `after` is called when it has returned. */
  give(
    records: readonly ReceivedRecord[],
    onBatch: (batch: RecordBatch) => Promise<void>,
    restIfStuck: number,
    after: () => void,
  ): void {
    const before = this.next;
    const batch: RecordBatch = {
      topic: this.topic,
      partition: this.partition,
      records,
      stopping: () => this.leaving,
      done: (offset) => {
        if (offset >= this.next) this.next = offset + 1n;
      },
      heartbeat: () => Promise.resolve(),
    };
    this.running = onBatch(batch)
      .catch(() => undefined) // the contract forbids it; what was not done is given again
      .then(() => {
        this.running = undefined;
        if (this.next === before) this.restUntil = performance.now() + restIfStuck;
        after();
      });
  }

  markStored(position: bigint): void {
    if (position > this.stored) this.stored = position;
  }

  /** Nothing more is given, and the batch under way is asked to end: somebody else is to read here, or already does. */
  beginLeaving(): void {
    this.leaving = true;
  }

  get left(): boolean {
    return this.leaving && this.running === undefined;
  }

  /** Resolves when the batch under way has ended. */
  async settled(): Promise<void> {
    await this.running;
  }
}
