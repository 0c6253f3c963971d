import { Inject, Injectable, Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { MessagingStatus } from '../messaging-status';
import { MESSAGING_DATA_SOURCE, MESSAGING_TUNING, type MessagingTuning } from '../messaging.options';
import { CommitBell } from '../outbox/commit-bell';
import type { Consumer } from './consumer';
import { Drain } from './drain';
import { descriptionOf, FailedAt, Stopped } from './failure';
import { Handling } from './handling';
import type { HeardEvent } from './heard-event';
import { parkEvent } from './park-event';
import type { ParkedReason } from './parked-records';
import { Patience, type Stopping } from './patience';
import { waitingPlaces } from './positions';
import type { NumberedEvent } from './runs';
import { type Tally, takeChunk } from './take-chunk';

/**
 * Lets events take effect: each once, those of one aggregate in order. What cannot be taken is put aside with its
 * followers, so that whatever it is given has been settled when it returns.
 */
@Injectable()
export class Inbox {
  private readonly logger = new Logger(Inbox.name);
  private readonly patience: Patience;
  private readonly drain: Drain;

  constructor(
    @Inject(MESSAGING_DATA_SOURCE) private readonly db: DataSource,
    @Inject(CommitBell) private readonly bell: CommitBell,
    @Inject(MessagingStatus) private readonly status: MessagingStatus,
    @Inject(MESSAGING_TUNING) private readonly tuning: MessagingTuning,
  ) {
    this.patience = new Patience(db, tuning.attempts);
    this.drain = new Drain(db, bell, status, tuning, this.patience);
  }

  /** Settles a chunk in the order of the log. Throws `Stopped` when told to stop while the database was away. */
  async take(consumer: Consumer, chunk: readonly HeardEvent[], stopping: Stopping): Promise<void> {
    let readable: NumberedEvent[] = [];
    for (const heard of chunk) {
      if (heard.fault === undefined) {
        readable.push(heard as NumberedEvent);
        continue;
      }
      await this.takeReadable(consumer, readable, stopping);
      readable = [];
      await this.park(consumer, heard, 'unreadable', heard.fault, stopping);
    }
    await this.takeReadable(consumer, readable, stopping);
  }

  /** Lets what waits behind a gap or a parked event take effect, as far as its order allows. */
  async drainPlace(...place: Parameters<Drain['run']>): ReturnType<Drain['run']> {
    return this.drain.run(...place);
  }

  /** Drains what a process left when it was killed between an event and those that had waited for it. */
  async sweep(consumer: Consumer, stopping: Stopping): Promise<void> {
    for (const place of await waitingPlaces(this.db, consumer.name)) {
      if (stopping()) return;
      await this.drain.run(consumer, place, stopping);
    }
  }

  private async takeReadable(consumer: Consumer, chunk: readonly NumberedEvent[], stopping: Stopping): Promise<void> {
    if (chunk.length === 0) return;
    let tally: Tally;
    try {
      tally = await this.patience.persist(
        () =>
          Handling.inTransaction(this.db, this.bell, (handling) =>
            takeChunk(handling, consumer, chunk, this.tuning.handlerTimeout),
          ),
        stopping,
      );
    } catch (error) {
      if (error instanceof Stopped) throw error;
      await this.takeApart(consumer, chunk, error, stopping);
      return;
    }
    for (const name of ['taken', 'foreign', 'duplicates', 'held', 'parked'] as const) this.status.count(name, tally[name]);
    for (const place of tally.moved) await this.drain.run(consumer, place, stopping);
  }

  /** Narrows a failure down: what stands before and behind it is taken without it, and it alone is tried once more. */
  private async takeApart(
    consumer: Consumer,
    chunk: readonly NumberedEvent[],
    error: unknown,
    stopping: Stopping,
  ): Promise<void> {
    const at = error instanceof FailedAt ? chunk.indexOf(error.heard as NumberedEvent) : -1;
    const hung = error instanceof FailedAt && error.hung;
    if (chunk.length === 1 || (hung && at >= 0)) {
      const blamed = chunk[Math.max(at, 0)] as NumberedEvent;
      await this.takeReadable(consumer, chunk.slice(0, Math.max(at, 0)), stopping);
      await this.park(consumer, blamed, hung ? 'hung' : 'failed', descriptionOf(error), stopping);
      await this.takeReadable(consumer, chunk.slice(Math.max(at, 0) + 1), stopping);
      return;
    }
    const from = at >= 0 ? at : Math.floor(chunk.length / 2);
    const to = at >= 0 ? at + 1 : from;
    await this.takeReadable(consumer, chunk.slice(0, from), stopping);
    await this.takeReadable(consumer, chunk.slice(from, to), stopping);
    await this.takeReadable(consumer, chunk.slice(to), stopping);
  }

  private async park(
    consumer: Consumer,
    heard: HeardEvent,
    reason: ParkedReason,
    error: string,
    stopping: Stopping,
  ): Promise<void> {
    const parked = await this.patience.persist(
      () => Handling.inTransaction(this.db, this.bell, ({ db }) => parkEvent(db, consumer.name, { heard, reason, error })),
      stopping,
    );
    if (!parked) return;
    this.status.count('parked');
    const { topic, partition, offset } = heard.record;
    this.logger.error(`${consumer.name} parked ${topic}/${partition}@${offset} of ${heard.aggregateId}: ${error.split('\n')[0]}`);
  }
}
