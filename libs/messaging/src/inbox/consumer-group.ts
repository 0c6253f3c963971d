import { Logger } from '@nestjs/common';
import type { EventLog, RecordBatch, Subscription } from '../log/event-log';
import type { MessagingTuning } from '../messaging.options';
import type { Consumer } from './consumer';
import { Stopped } from './failure';
import { Gate } from './gate';
import { hear } from './heard-event';
import type { Inbox } from './inbox';

const HEARTBEAT_EVERY_MS = 1_000;
const SWEEP_EVERY_MS = 10_000;

/** A consumer at work on the log: it never throws at it, and says `done` only of what has been settled. */
export class ConsumerGroup {
  private readonly logger = new Logger(ConsumerGroup.name);
  private readonly gate: Gate;
  private subscription: Subscription | undefined;
  private sweeping: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(
    private readonly consumer: Consumer,
    private readonly inbox: Inbox,
    private readonly tuning: MessagingTuning,
  ) {
    this.gate = new Gate(tuning.concurrency);
  }

  async start(log: EventLog, onCrash: (error: Error) => void): Promise<void> {
    this.subscription = await log.subscribe({
      group: this.consumer.name,
      topics: this.consumer.topics,
      from: 'beginning',
      onBatch: (batch) => this.take(batch),
      onCrash,
    });
    this.timer = setInterval(() => this.sweep(), SWEEP_EVERY_MS).unref();
    this.sweep();
  }

  /** Finishes the chunks under way and leaves the group. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await this.subscription?.stop();
    await this.sweeping;
  }

  private async take(batch: RecordBatch): Promise<void> {
    const beat = setInterval(() => void batch.heartbeat().catch(() => undefined), HEARTBEAT_EVERY_MS);
    try {
      await this.takeChunks(batch);
    } catch (error) {
      if (!(error instanceof Stopped)) {
        this.logger.error(
          `${this.consumer.name} could not settle ${batch.topic}/${batch.partition}; it comes again: ${String(error)}`,
        );
      }
    } finally {
      clearInterval(beat);
    }
  }

  private async takeChunks(batch: RecordBatch): Promise<void> {
    for (let from = 0; from < batch.records.length && !batch.stopping(); from += this.tuning.chunk) {
      const records = batch.records.slice(from, from + this.tuning.chunk);
      const heard = records.map((record) => hear(record, this.consumer.understand));
      await this.gate.pass(() => this.inbox.take(this.consumer, heard, () => batch.stopping()));
      batch.done((records.at(-1) as (typeof records)[number]).offset);
    }
  }

  /** What a killed process left between an event and those that had waited for it. */
  private sweep(): void {
    this.sweeping ??= this.gate
      .pass(() => this.inbox.sweep(this.consumer, () => this.stopping))
      .catch((error: Error) => this.logger.debug(`The sweep comes again: ${error.message}`))
      .finally(() => (this.sweeping = undefined));
  }
}
