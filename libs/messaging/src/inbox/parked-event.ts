import type { ParkedReason } from './parked-records';

/** The first of an aggregate's parked events, with the number that queue behind it. */
export interface ParkedEvent {
  /** Rises with the time at which it was put aside. */
  readonly id: string;
  /** The consumer that could not take it, or `relay` for one that could not be sent. */
  readonly consumer: string;
  readonly topic: string;
  readonly aggregateId: string;
  /** Null where the record does not say. */
  readonly version: number | null;
  readonly type: string | null;
  readonly reason: ParkedReason | 'unsendable';
  /** For those who can read code; never shown to anybody else. */
  readonly error: string | null;
  readonly parkedAt: Date | null;
  readonly followers: number;
}

export interface ParkedFilter {
  readonly consumer?: string;
  readonly aggregateId?: string;
  /** At most so many; 100 unless given. */
  readonly limit?: number;
}

/** Which aggregate is meant; the consumer may be left out where only one has parked it. */
export interface ParkedKey {
  readonly aggregateId: string;
  readonly consumer?: string;
}

export interface Requeued {
  /** How many events took effect. */
  readonly taken: number;
  /** How many still wait; 0 says that the aggregate flows again. */
  readonly left: number;
}
