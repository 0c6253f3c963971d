import type { EventDefinition, EventOf } from '@accord/contracts';
import { CloudEventHeader } from '../cloud-event';
import type { ReceivedRecord } from '../log/event-log';
import { childOf } from '../trace-context';

/** A record that has a place in the life of its aggregate. */
export interface HeardEvent {
  readonly record: ReceivedRecord;
  readonly aggregateId: string;
  /** Null where the record does not say it; such a record has no followers. */
  readonly version: number | null;
  /** What to call the handlers with; undefined where no handler asks for this type, or the record cannot be read. */
  readonly event: EventOf<EventDefinition> | undefined;
  /** Why it cannot be read. */
  readonly fault: string | undefined;
}

/** Reads a record as far as it can be read; never throws. `understand` finds the contract of a type that has a handler. */
export function hear(record: ReceivedRecord, understand: (type: string) => EventDefinition | undefined): HeardEvent {
  const { headers } = record;
  const aggregateId = headers[CloudEventHeader.subject] ?? record.key ?? '';
  const version = versionOf(headers[CloudEventHeader.aggregateVersion]);
  const place = { record, aggregateId, version };
  try {
    if (version === null) throw new Error(`The header ${CloudEventHeader.aggregateVersion} is missing or no positive number.`);
    const type = required(headers, CloudEventHeader.type);
    const definition = understand(type);
    if (!definition) return { ...place, event: undefined, fault: undefined };
    return {
      ...place,
      event: {
        ...attributesOf(record, type),
        aggregateId,
        aggregateVersion: version,
        payload: payloadOf(record, definition, aggregateId),
      },
      fault: undefined,
    };
  } catch (error) {
    return { ...place, event: undefined, fault: (error as Error).message };
  }
}

function attributesOf(
  { headers }: ReceivedRecord,
  type: string,
): Pick<EventOf<EventDefinition>, 'id' | 'type' | 'occurredAt' | 'traceparent'> {
  const occurredAt = new Date(required(headers, CloudEventHeader.time));
  if (Number.isNaN(occurredAt.getTime())) throw new Error(`The header ${CloudEventHeader.time} is no instant.`);
  required(headers, CloudEventHeader.subject);
  return {
    id: required(headers, CloudEventHeader.id),
    type,
    occurredAt,
    traceparent: headers[CloudEventHeader.traceparent] ?? childOf(undefined),
  };
}

function payloadOf({ value }: ReceivedRecord, definition: EventDefinition, aggregateId: string): unknown {
  if (value === null) throw new Error('The record has no value.');
  const payload = definition.parse(JSON.parse(value)) as Record<string, unknown>;
  if (String(payload[definition.keyedBy]) !== aggregateId) {
    throw new Error(`The payload's ${definition.keyedBy} is not the subject of the event.`);
  }
  return payload;
}

function versionOf(header: string | undefined): number | null {
  return header !== undefined && /^[1-9][0-9]{0,8}$/.test(header) ? Number(header) : null;
}

function required(headers: Readonly<Record<string, string>>, name: string): string {
  const value = headers[name];
  if (value === undefined || value === '') throw new Error(`The header ${name} is missing.`);
  return value;
}
