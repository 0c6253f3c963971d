import type { LocalisedText } from '@accord/case-model';
import type { Region } from './region';

/** Working hours count only inside the working-hour windows of working days; hours and minutes run day and night. */
export type ClockUnit = 'calendar_day' | 'working_day' | 'month' | 'year' | 'working_hour' | 'hour' | 'minute';

/**
 * How well the rule's text is known: `V` read in full, `V-ex` read in an excerpt, `M` from memory, `D` a design
 * default of the federation. Only `V` and `V-ex` may be cited as law.
 */
export type Verification = 'V' | 'V-ex' | 'M' | 'D';

export interface ClockExtension {
  /** At most this much more, in the rule's own unit; null where the parties may agree on any later date. */
  readonly by: number | null;
  readonly consent: 'none' | 'both_parties';
}

export interface ClockSuspension {
  readonly consent: 'none' | 'both_parties';
  /** What stops the clock. */
  readonly when: LocalisedText;
}

/** One limit as the law or the federation sets it: dated data, never a constant in code. */
export interface ClockRule {
  readonly key: string;
  readonly name: LocalisedText;
  /** What sets it running. */
  readonly startEvent: LocalisedText;
  /** A positive whole number of `unit`. */
  readonly length: number;
  readonly unit: ClockUnit;
  /** `before`: counts back from the start event, to the last day on which something may still be done (or the first). */
  readonly direction: 'after' | 'before';
  /** Days, months and years leave out the day of the event; hours and minutes run from the instant. */
  readonly counting: 'first_day_excluded' | 'from_instant';
  /** Where the last day is a day off: it stays, or moves to the next working day. */
  readonly roll: 'none' | 'next_working_day';
  readonly extension: ClockExtension | null;
  readonly suspension: ClockSuspension | null;
  /** First and last start date the rule applies to, inclusive. Null: open. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Null: the whole country. */
  readonly region: Region | null;
  /** False: the federation's own limit, configurable, never shown as law. */
  readonly statutory: boolean;
  readonly basis: LocalisedText;
  readonly verification: Verification;
  /** What a reader should know beside the article; null where the article says it all. */
  readonly note: LocalisedText | null;
}
