import { groupBy } from '../group-by';
import type { HeardEvent } from './heard-event';

/** An event that says which one of its aggregate it is. */
export type NumberedEvent = HeardEvent & { readonly version: number };

/** What a chunk holds of one aggregate. */
export interface Run {
  readonly topic: string;
  readonly aggregateId: string;
  /** From the lowest version on without a gap, each once. */
  readonly events: readonly NumberedEvent[];
  readonly first: number;
  readonly last: number;
  /** What comes behind a gap. */
  readonly beyond: readonly NumberedEvent[];
  /** How many records repeated a version that the chunk has already. */
  readonly repeats: number;
}

/** Sorts a chunk into runs, by topic and aggregate, so that every chunk takes its locks in the same order. */
export function runsOf(chunk: readonly NumberedEvent[]): Run[] {
  const aggregates = groupBy(chunk, ({ record, aggregateId }) => `${record.topic} ${aggregateId}`);
  return [...aggregates.keys()].sort().map((key) => runOf(aggregates.get(key) as NumberedEvent[]));
}

function runOf(heard: readonly NumberedEvent[]): Run {
  const byVersion = new Map<number, NumberedEvent>();
  for (const event of heard) {
    if (!byVersion.has(event.version)) byVersion.set(event.version, event);
  }
  const ordered = [...byVersion.values()].sort((one, other) => one.version - other.version);
  const start = ordered[0] as NumberedEvent;
  const whole = ordered.filter((event, n) => event.version === start.version + n);
  return {
    topic: start.record.topic,
    aggregateId: start.aggregateId,
    events: whole,
    first: start.version,
    last: start.version + whole.length - 1,
    beyond: ordered.slice(whole.length),
    repeats: heard.length - ordered.length,
  };
}
