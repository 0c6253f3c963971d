import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { MESSAGING_DATA_SOURCE } from '../messaging.options';
import { CommitBell } from '../outbox/commit-bell';
import { retryUnsendable, withdrawUnsendable } from '../relay/unsendable';
import { discardFirst } from './discard';
import { Handling } from './handling';
import { HandlerRegistry } from './handler-registry';
import { Inbox } from './inbox';
import type { ParkedEvent, ParkedFilter, ParkedKey, Requeued } from './parked-event';
import { countParked, listParked, placesOf, RELAY } from './parked-queries';
import { ConsumerUnknown, DiscardNeedsReason, NothingParked, SeveralParked } from './parking.errors';
import type { Place } from './positions';

const NEVER = (): boolean => false;

/** What an administrator can see of, and do about, events that could not be taken. */
@Injectable()
export class Parking {
  constructor(
    @Inject(MESSAGING_DATA_SOURCE) private readonly db: DataSource,
    @Inject(HandlerRegistry) private readonly registry: HandlerRegistry,
    @Inject(Inbox) private readonly inbox: Inbox,
    @Inject(CommitBell) private readonly bell: CommitBell,
  ) {}

  /** One line for each aggregate that waits, oldest first. */
  list(filter: ParkedFilter = {}): Promise<ParkedEvent[]> {
    return listParked(this.db, filter);
  }

  /**
   * Takes what is parked of an aggregate in its order, in every consumer unless one is named; stops at the first that fails
   * again. With `overGaps`, events that never came are given up for lost.
   */
  async requeue({ aggregateId, consumer }: ParkedKey, { overGaps = false } = {}): Promise<Requeued> {
    const sentAgain = consumer === undefined || consumer === RELAY ? await retryUnsendable(this.db, aggregateId) : 0;
    const places = await placesOf(this.db, aggregateId, consumer);
    if (places.length === 0 && sentAgain === 0) throw new NothingParked(aggregateId);

    let [taken, left] = [sentAgain, 0];
    for (const place of places) {
      taken += (await this.drain(place, overGaps)).taken;
      left += await countParked(this.db, place);
    }
    return { taken, left };
  }

  /** Gives the first parked event of an aggregate up, keeps it with the reason, and takes what follows it. */
  async discard({ aggregateId, consumer }: ParkedKey, reason: string): Promise<Requeued> {
    if (reason.trim() === '') throw new DiscardNeedsReason();
    if (consumer === RELAY || consumer === undefined) {
      if (await withdrawUnsendable(this.db, aggregateId, reason)) return { taken: 0, left: 0 };
    }
    const place = await this.onlyPlace(aggregateId, consumer);
    const found = await Handling.inTransaction(this.db, this.bell, ({ db }) => discardFirst(db, place, reason));
    if (!found) throw new NothingParked(aggregateId);

    const { taken } = this.registry.find(place.consumer) ? await this.drain(place, false) : { taken: 0 };
    return { taken, left: await countParked(this.db, place) };
  }

  private async drain(place: Place, overGaps: boolean): Promise<{ taken: number }> {
    const consumer = this.registry.find(place.consumer);
    if (!consumer) throw new ConsumerUnknown(place.consumer);
    return await this.inbox.drainPlace(consumer, place, NEVER, overGaps);
  }

  private async onlyPlace(aggregateId: string, consumer: string | undefined): Promise<Place> {
    const places = await placesOf(this.db, aggregateId, consumer);
    const [place, another] = places;
    if (!place) throw new NothingParked(aggregateId);
    if (another)
      throw new SeveralParked(
        aggregateId,
        places.map((each) => each.consumer),
      );
    return place;
  }
}
