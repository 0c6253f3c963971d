import { randomUUID } from 'node:crypto';
import { CloudEventHeader } from '../cloud-event';
import type { LogRecord } from '../log/event-log';
import type { TestHouse } from './test-house';

/** What the relay of the house would have sent when this happened to a thing for the n-th time. */
export function aRecord(house: TestHouse, thingId: string, version: number, headers: Record<string, string> = {}): LogRecord {
  const { ThingHappened } = house.events;
  return {
    topic: ThingHappened.topic,
    key: thingId,
    headers: {
      [CloudEventHeader.specVersion]: '1.0',
      [CloudEventHeader.id]: randomUUID(),
      [CloudEventHeader.type]: ThingHappened.type,
      [CloudEventHeader.source]: `/accord/${house.service}`,
      [CloudEventHeader.subject]: thingId,
      [CloudEventHeader.time]: new Date().toISOString(),
      [CloudEventHeader.aggregateVersion]: String(version),
      [CloudEventHeader.contentType]: 'application/json',
      ...headers,
    },
    value: JSON.stringify({ thingId, n: version, trouble: 'none', padding: '' }),
  };
}

/** Headers of which one is missing. */
export function without(headers: Readonly<Record<string, string>>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
}
