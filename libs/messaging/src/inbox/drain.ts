import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { MessagingStatus } from '../messaging-status';
import type { MessagingTuning } from '../messaging.options';
import type { CommitBell } from '../outbox/commit-bell';
import type { Consumer } from './consumer';
import { descriptionOf, FailedAt, Stopped } from './failure';
import { Handling } from './handling';
import { hear } from './heard-event';
import { explainParked, firstParked, type ParkedRecord, receivedRecord, removeParked } from './parked-records';
import type { Patience, Stopping } from './patience';
import { lockPosition, movePosition, type Place } from './positions';

/** `empty`: nothing waits any more; `waiting`: the next one has not come; `failed`: it is parked again, with its new error. */
export type DrainEnd = 'empty' | 'waiting' | 'failed';

export interface Drained {
  readonly taken: number;
  readonly end: DrainEnd;
}

type Step = DrainEnd | 'taken';

/** Takes what an aggregate has waiting, one transaction each, in order, until one of them stops it. */
export class Drain {
  constructor(
    private readonly db: DataSource,
    private readonly bell: CommitBell,
    private readonly status: MessagingStatus,
    private readonly tuning: MessagingTuning,
    private readonly patience: Patience,
  ) {}

  /** With `overGaps`, missing versions are given up for lost: an administrator has decided so. */
  async run(consumer: Consumer, place: Place, stopping: Stopping, overGaps = false): Promise<Drained> {
    for (let taken = 0; ; taken++) {
      if (stopping()) throw new Stopped();
      const step = await this.step(consumer, place, stopping, overGaps);
      if (step !== 'taken') return { taken, end: step };
    }
  }

  private async step(consumer: Consumer, place: Place, stopping: Stopping, overGaps: boolean): Promise<Step> {
    let next: ParkedRecord | undefined;
    try {
      return await this.patience.persist(
        () =>
          Handling.inTransaction(this.db, this.bell, async (handling) => {
            next = undefined;
            const position = await handling.answer(lockPosition(handling.db, place));
            const parked = await firstParked(handling.db, place);
            if (!parked) return await settle(handling.db, place, position.version, 'empty');
            if (parked.version > position.version + 1 && !overGaps)
              return await settle(handling.db, place, position.version, 'waiting');
            next = parked;
            if (parked.version > position.version) await this.take(handling, consumer, place, parked);
            await removeParked(handling.db, parked.id);
            await movePosition(handling.db, place, {
              version: Math.max(position.version, parked.version),
              state: position.state,
            });
            return 'taken';
          }),
        stopping,
      );
    } catch (error) {
      if (error instanceof Stopped || !next) throw error;
      await this.parkAgain(place, next, error, stopping);
      return 'failed';
    }
  }

  private async take(handling: Handling, consumer: Consumer, place: Place, parked: ParkedRecord): Promise<void> {
    const heard = hear(receivedRecord(parked, place.topic), consumer.understand);
    if (heard.fault !== undefined) throw new FailedAt(heard, new Error(heard.fault));
    await handling.handle([heard], consumer, this.tuning.handlerTimeout);
    this.status.count(heard.event ? 'taken' : 'foreign');
  }

  private async parkAgain(place: Place, { id }: ParkedRecord, error: unknown, stopping: Stopping): Promise<void> {
    const reason = error instanceof FailedAt && error.hung ? 'hung' : 'failed';
    await this.patience.persist(
      () =>
        Handling.inTransaction(this.db, this.bell, async (handling) => {
          const { db } = handling;
          const { version } = await handling.answer(lockPosition(db, place));
          await explainParked(db, id, reason, descriptionOf(error));
          await movePosition(db, place, { version, state: 'parked' });
        }),
      stopping,
    );
  }
}

async function settle(db: PoolClient, place: Place, version: number, end: 'empty' | 'waiting'): Promise<DrainEnd> {
  await movePosition(db, place, { version, state: end === 'empty' ? 'flowing' : 'holding' });
  return end;
}
