import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { EventLog } from '../log/event-log';
import { EVENT_LOG, MESSAGING_DATA_SOURCE, MESSAGING_OPTIONS, type MessagingOptions } from '../messaging.options';
import { type OutboxRow, recordOf } from './outbox-row';

export interface ReplayRequest {
  /** Everything sent since then; the archive keeps 90 days unless it was told otherwise. */
  readonly since: Date;
  /** All of the service's topics unless given. */
  readonly topics?: readonly string[];
}

const PAGE = 500;

/**
 * Sends archived events again, in their order. Who has taken them recognises them; a consumer that is new, or whose log was
 * lost, catches up. May run beside the relay, and be repeated after it broke off.
 */
@Injectable()
export class Replay {
  constructor(
    @Inject(MESSAGING_DATA_SOURCE) private readonly db: DataSource,
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
  ) {}

  /** Returns how many events were sent. */
  async run({ since, topics }: ReplayRequest): Promise<number> {
    let sent = 0;
    let last = '0';
    for (;;) {
      const rows = await this.page(since, topics, last);
      const end = rows.at(-1);
      if (!end) return sent;
      await this.log.append(rows.map((row) => recordOf(row, this.options.service)));
      sent += rows.length;
      last = end.id;
    }
  }

  private async page(since: Date, topics: readonly string[] | undefined, last: string): Promise<OutboxRow[]> {
    return await this.db.query(
      `SELECT id, event_id, aggregate_type, aggregate_id, version, type, event_version, topic, payload::text AS payload, traceparent,
              occurred_at
       FROM messaging.archive
       WHERE sent_at >= $1 AND id > $2 AND ($3::text[] IS NULL OR topic = ANY ($3)) ORDER BY id LIMIT ${PAGE}`,
      [since, last, topics ?? null],
    );
  }
}
