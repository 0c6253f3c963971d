import { CLOUD_EVENTS_VERSION, CloudEventHeader } from '../cloud-event';
import type { LogRecord } from '../log/event-log';

/** A row of the outbox as the relay reads it; `payload` is the JSON text as it was recorded. */
export interface OutboxRow {
  readonly id: string;
  readonly event_id: string;
  readonly aggregate_type: string;
  readonly aggregate_id: string;
  readonly version: number;
  readonly type: string;
  readonly event_version: number;
  readonly topic: string;
  readonly payload: string;
  readonly traceparent: string;
  readonly occurred_at: Date;
}

/** A broker refuses more than one mebibyte in a record; headers and framing need some of it. */
const LARGEST_VALUE_BYTES = 900 * 1024;
const TOPIC_NAME = /^[a-zA-Z0-9._-]{1,249}$/;

/** Makes the record that consumers will see; throws where no log would take it. */
export function recordOf(row: OutboxRow, service: string): LogRecord {
  if (!TOPIC_NAME.test(row.topic)) throw new Error(`"${row.topic}" is not the name of a topic.`);
  const bytes = Buffer.byteLength(row.payload);
  if (bytes > LARGEST_VALUE_BYTES) throw new Error(`The payload has ${bytes} bytes; the log takes ${LARGEST_VALUE_BYTES}.`);
  return {
    topic: row.topic,
    key: row.aggregate_id,
    headers: {
      [CloudEventHeader.specVersion]: CLOUD_EVENTS_VERSION,
      [CloudEventHeader.id]: row.event_id,
      [CloudEventHeader.type]: row.type,
      [CloudEventHeader.source]: `/accord/${service}`,
      [CloudEventHeader.subject]: row.aggregate_id,
      [CloudEventHeader.time]: row.occurred_at.toISOString(),
      [CloudEventHeader.dataSchema]: `urn:accord:event:${row.type}:${row.event_version}`,
      [CloudEventHeader.aggregateVersion]: String(row.version),
      [CloudEventHeader.contentType]: 'application/json',
      [CloudEventHeader.traceparent]: row.traceparent,
    },
    value: row.payload,
  };
}

/** One turn's rows as records; behind a row that cannot be sent its aggregate says nothing more. */
export function recordsOf(rows: readonly OutboxRow[], service: string): Outgoing {
  const outgoing: Outgoing = { records: [], ids: [], unsendable: [] };
  const silenced = new Set<string>();
  for (const row of rows) {
    const aggregate = `${row.aggregate_type}/${row.aggregate_id}`;
    if (silenced.has(aggregate)) continue;
    try {
      outgoing.records.push(recordOf(row, service));
      outgoing.ids.push(row.id);
    } catch (error) {
      silenced.add(aggregate);
      outgoing.unsendable.push({ id: row.id, because: (error as Error).message });
    }
  }
  return outgoing;
}

export interface Outgoing {
  readonly records: LogRecord[];
  readonly ids: string[];
  readonly unsendable: { id: string; because: string }[];
}

/** When an event was recorded, by the clock of its database: the first 48 bits of its version 7 UUID. */
export function recordedAt({ event_id: id }: Pick<OutboxRow, 'event_id'>): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}
