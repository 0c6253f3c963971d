import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { EventLog } from '../log/event-log';
import { MessagingStatus } from '../messaging-status';
import {
  EVENT_LOG,
  MESSAGING_DATA_SOURCE,
  MESSAGING_OPTIONS,
  MESSAGING_TUNING,
  type MessagingOptions,
  type MessagingTuning,
} from '../messaging.options';
import { CommitBell } from '../outbox/commit-bell';
import { Wake } from '../wake';
import { recordedAt, recordsOf } from './outbox-row';
import { RelaySession } from './relay-session';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;
const ARCHIVE_EVERY_MS = 60 * 60 * 1000;

/**
 * Brings committed events to the log in the order of their aggregates, and removes them only when the log has them. Of
 * several relays of a service each owns some of the shards; who is killed is replaced within a second.
 */
@Injectable()
export class Relay {
  private readonly logger = new Logger(Relay.name);
  private readonly wake = new Wake();
  private session: RelaySession | undefined;
  private ended: Promise<void> | undefined;
  private stopping = false;
  private shareAt = 0;
  private archiveAt = 0;

  constructor(
    @Inject(MESSAGING_DATA_SOURCE) private readonly db: DataSource,
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
    @Inject(MESSAGING_TUNING) private readonly tuning: MessagingTuning,
    @Inject(MessagingStatus) private readonly status: MessagingStatus,
    @Inject(CommitBell) bell: CommitBell,
  ) {
    bell.attach((shards) => this.committed(shards));
  }

  start(): void {
    this.stopping = false;
    this.ended ??= this.run();
  }

  /** Finishes the append under way and gives the shards to others. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake.ring();
    await this.ended;
    this.ended = undefined;
  }

  private committed(shards: ReadonlySet<number>): boolean {
    this.wake.ring();
    return this.session !== undefined && [...shards].every((shard) => this.session?.holds(shard));
  }

  private async run(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!this.stopping) {
      try {
        this.session = await RelaySession.open(this.db, () => this.wake.ring());
        this.shareAt = 0;
        pause = FIRST_PAUSE_MS;
        await this.work(this.session);
      } catch (error) {
        this.logger.warn(`The relay starts over: ${(error as Error).message}`);
        await sleep(pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      } finally {
        await this.session?.close();
        this.session = undefined;
        this.status.set('relayShards', 0);
      }
    }
  }

  private async work(session: RelaySession): Promise<void> {
    let poll = this.tuning.busyPoll;
    while (!this.stopping) {
      session.requireAlive();
      await this.doWhatIsDue(session);
      const sent = await this.turn(session);
      if (sent > 0) {
        poll = this.tuning.busyPoll;
        continue;
      }
      await this.wake.within(poll);
      poll = Math.min(poll * 2, this.tuning.idlePoll);
    }
  }

  /** Sends what is oldest; returns how many rows it dealt with. */
  private async turn(session: RelaySession): Promise<number> {
    const rows = await session.next(this.tuning.relayBatch);
    const oldest = rows[0];
    this.status.set('relayLagMs', oldest ? Math.max(0, Date.now() - recordedAt(oldest)) : 0);
    if (!oldest) return 0;

    const { records, ids, unsendable } = recordsOf(rows, this.options.service);
    if (unsendable.length > 0) {
      await session.park(unsendable);
      this.status.count('unsendable', unsendable.length);
      this.logger.error(`${unsendable.length} events cannot be sent and wait for somebody to look: ${unsendable[0]?.because}`);
    }
    if (ids.length > 0 && (await this.append(session, records))) {
      await session.archive(ids);
      this.status.count('appended', ids.length);
    }
    return rows.length;
  }

  /** Repeats the same records until the log has them: whoever skips one breaks the order. False when told to stop first. */
  private async append(session: RelaySession, records: Parameters<EventLog['append']>[0]): Promise<boolean> {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        await this.log.append(records);
        return true;
      } catch (error) {
        this.status.count('appendFailures');
        this.logger.warn(`The log did not take ${records.length} events, they are sent again: ${(error as Error).message}`);
      }
      if (this.stopping) return false;
      await sleep(pause);
      session.requireAlive();
    }
  }

  private async doWhatIsDue(session: RelaySession): Promise<void> {
    const now = performance.now();
    if (now >= this.shareAt) {
      this.shareAt = now + this.tuning.rebalance;
      await session.shareOut();
      this.status.set('relayShards', session.shards.length);
    }
    if (now >= this.archiveAt) {
      this.archiveAt = now + ARCHIVE_EVERY_MS;
      await session.keepArchiveDays(this.tuning.archiveDays);
    }
  }
}
