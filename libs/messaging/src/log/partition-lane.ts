import type { ReceivedRecord, RecordBatch } from './event-log';

/** A partition with this many records waiting is not fetched from until few are left. */
const FULL_RECORDS = 1_000;
const ROOM_RECORDS = 250;
/** Before what was not taken is given again. */
const PATIENCE_MS = 100;

export interface LaneOwner {
  onBatch(batch: RecordBatch): Promise<void>;
  /** Everything up to and including this offset has taken effect. */
  onDone(offset: bigint): void;
  onFull(): void;
  onRoom(): void;
  onFault(error: Error): void;
}

/**
 * The records of one partition on their way to the handlers, apart from those of the others: a partition that is slow holds
 * up nobody else, and fetching goes on meanwhile. One batch is under way at a time.
 */
export class PartitionLane {
  private waiting: ReceivedRecord[] = [];
  private running: Promise<void> | undefined;
  private full = false;
  private closed = false;
  /** Counts how often the partition was taken away; a batch of an earlier time is told to stop. */
  private tenure = 0;

  constructor(
    private readonly topic: string,
    private readonly partition: number,
    private readonly owner: LaneOwner,
  ) {}

  add(records: readonly ReceivedRecord[]): void {
    if (this.closed) return;
    this.waiting.push(...records);
    if (!this.full && this.waiting.length >= FULL_RECORDS) {
      this.full = true;
      this.owner.onFull();
    }
    this.running ??= this.run();
  }

  /** The partition may have moved: what waits is forgotten, and will be fetched again by whoever has it now. */
  abandon(): void {
    this.tenure += 1;
    this.waiting = [];
    this.makeRoom();
  }

  /** Takes nothing more; resolves when the batch under way has returned. */
  async close(): Promise<void> {
    this.closed = true;
    this.abandon();
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      const { tenure } = this;
      const records = this.waiting;
      this.waiting = [];
      this.makeRoom();
      const left = await this.give(records);
      if (left.length === 0 || tenure !== this.tenure) continue;
      this.waiting = [...left, ...this.waiting];
      await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    }
    // In the same breath as the last look at what waits: a record that comes later starts a new run.
    this.running = undefined;
  }

  private async give(records: readonly ReceivedRecord[]): Promise<ReceivedRecord[]> {
    const { tenure, owner, topic, partition } = this;
    let settled = -1n;
    try {
      await owner.onBatch({
        topic,
        partition,
        records,
        stopping: () => tenure !== this.tenure,
        done: (offset) => {
          if (offset <= settled) return;
          settled = offset;
          owner.onDone(offset);
        },
        // Fetching, and with it the membership, goes on while a batch is under way.
        heartbeat: () => Promise.resolve(),
      });
    } catch (error) {
      owner.onFault(error as Error);
    }
    return records.filter(({ offset }) => offset > settled);
  }

  private makeRoom(): void {
    if (!this.full || this.waiting.length > ROOM_RECORDS) return;
    this.full = false;
    this.owner.onRoom();
  }
}
