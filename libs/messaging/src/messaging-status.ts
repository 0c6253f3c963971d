import { Injectable } from '@nestjs/common';

export interface MessagingSnapshot {
  /** Events that the relay has put on the log. */
  readonly appended: number;
  /** Failed attempts of the relay to put something on the log; it repeats until it succeeds. */
  readonly appendFailures: number;
  /** Rows that could not be made into a record; each blocks its aggregate until somebody looks. */
  readonly unsendable: number;
  /** Age in milliseconds of the oldest event that the relay found at its last turn; 0 when there was none. */
  readonly relayLagMs: number;
  /** Shards of the outbox that this process owns, of 16. */
  readonly relayShards: number;
  /** Events that took effect here. */
  readonly taken: number;
  /** Events that came again and were recognised. */
  readonly duplicates: number;
  /** Events on our topics that no handler here asks for. */
  readonly foreign: number;
  /** Events that came before their predecessor and wait for it. */
  readonly held: number;
  /** Events that were put aside, with those that queued up behind them. */
  readonly parked: number;
}

/** What messaging has done in this process since it started; for metrics and health. */
@Injectable()
export class MessagingStatus {
  private readonly counts: { -readonly [Name in keyof MessagingSnapshot]: number } = {
    appended: 0,
    appendFailures: 0,
    unsendable: 0,
    relayLagMs: 0,
    relayShards: 0,
    taken: 0,
    duplicates: 0,
    foreign: 0,
    held: 0,
    parked: 0,
  };

  count(name: keyof MessagingSnapshot, added = 1): void {
    this.counts[name] += added;
  }

  set(name: 'relayLagMs' | 'relayShards', value: number): void {
    this.counts[name] = value;
  }

  snapshot(): MessagingSnapshot {
    return { ...this.counts };
  }
}
