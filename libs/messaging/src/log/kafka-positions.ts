import type { Consumer } from 'kafkajs';

/** The next offset to read, per partition, the way the group stores it. */
export interface Position {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

/**
 * Stores how far a group has come, gathered over an interval: giving an event again is harmless, so waiting for the broker
 * after every chunk would only cost time.
 */
export class KafkaPositions {
  private readonly unsaved = new Map<string, Position>();
  private assigned = new Map<string, ReadonlySet<number>>();
  private timer: NodeJS.Timeout | undefined;
  private saving: Promise<void> = Promise.resolve();

  constructor(
    private readonly consumer: Pick<Consumer, 'commitOffsets'>,
    private readonly interval: number,
  ) {}

  /** What is not ours any more is not ours to say: it would set the new member's position back. */
  assign(assignment: Readonly<Record<string, readonly number[]>>): void {
    this.assigned = new Map(Object.entries(assignment).map(([topic, partitions]) => [topic, new Set(partitions)]));
    for (const [key, { topic, partition }] of this.unsaved) if (!this.isOurs(topic, partition)) this.unsaved.delete(key);
  }

  isOurs(topic: string, partition: number): boolean {
    return this.assigned.get(topic)?.has(partition) ?? false;
  }

  reached(topic: string, partition: number, next: bigint): void {
    if (!this.isOurs(topic, partition)) return;
    this.unsaved.set(`${topic}:${partition}`, { topic, partition, offset: next.toString() });
    this.timer ??= setTimeout(() => void this.save(), this.interval);
  }

  /** Resolves when what was reached so far is stored, or could not be: then it stays to be stored later. */
  save(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.saving = this.saving.then(() => this.saveNow());
    return this.saving;
  }

  /** Nothing more will be stored. */
  close(): void {
    clearTimeout(this.timer);
    this.unsaved.clear();
    this.assigned.clear();
  }

  private async saveNow(): Promise<void> {
    const positions = new Map(this.unsaved);
    this.unsaved.clear();
    if (positions.size === 0) return;
    try {
      await this.consumer.commitOffsets([...positions.values()]);
    } catch {
      for (const [key, position] of positions) {
        if (this.unsaved.has(key) || !this.isOurs(position.topic, position.partition)) continue;
        this.unsaved.set(key, position);
        this.timer ??= setTimeout(() => void this.save(), this.interval);
      }
    }
  }
}
