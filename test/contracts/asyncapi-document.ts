import { type EventDefinition, eventCatalog } from '@accord/contracts';
import { breaksBetween, type EventSchema, schemaOf, versionedName } from '../../libs/contracts/src/event-schema';

/** The Kafka binding of CloudEvents 1.0 in binary mode: attributes are headers, the payload is the value. */
const cloudEventHeaders = {
  type: 'object',
  description: 'CloudEvents 1.0, Kafka protocol binding, binary content mode. Header values are UTF-8 text.',
  required: ['ce_specversion', 'ce_id', 'ce_type', 'ce_source', 'ce_time', 'content-type'],
  properties: {
    ce_specversion: { const: '1.0' },
    ce_id: { type: 'string', format: 'uuid', description: 'Of the event; a repetition carries the same.' },
    ce_type: { type: 'string', description: 'The message name of this document without its version.' },
    ce_source: { type: 'string', format: 'uri-reference', description: 'The service that said it.' },
    ce_subject: { type: 'string', format: 'uuid', description: 'The aggregate; the same as the record key.' },
    ce_time: { type: 'string', format: 'date-time', description: 'When it happened, not when it was sent.' },
    ce_dataschema: { type: 'string', description: 'Names the version of the payload’s contract.' },
    ce_aggregateversion: {
      type: 'string',
      pattern: '^[1-9][0-9]*$',
      description: 'Counts without a gap what the aggregate announced.',
    },
    'content-type': { type: 'string', pattern: '^application/json' },
    traceparent: { type: 'string', pattern: '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$', description: 'W3C Trace Context.' },
  },
};

/** The events of the house as AsyncAPI 3: what every service says, on which topic, and how it looks. */
export function asyncApiDocument(): Record<string, unknown> {
  const events = [...eventCatalog].sort((one, other) => compare(versionedName(one), versionedName(other)));
  const topics = [...new Set(events.map(({ topic }) => topic))].sort(compare);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Accord events',
      version: '1',
      description: 'Facts that the services of Accord announce. Generated from libs/contracts; no personal data is carried.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(topics.map((topic) => [topic, channel(topic, eventsOn(topic, events))])),
    operations: Object.fromEntries(topics.map((topic) => [`say.${topic}`, operation(topic, eventsOn(topic, events))])),
    components: {
      schemas: { cloudEventHeaders },
      messages: Object.fromEntries(events.map((event) => [versionedName(event), message(event)])),
    },
  };
}

/** What the contracts of today break of an earlier document, one sentence each; a version that is new breaks nothing. */
export function breaksSince(earlier: ReturnType<typeof asyncApiDocument>): string[] {
  const before = messagesOf(earlier);
  const after = messagesOf(asyncApiDocument());
  return Object.entries(before).flatMap(([name, { payload }]) => {
    const now = after[name];
    return now === undefined ? [`${name} is gone`] : breaksBetween(payload, now.payload, name);
  });
}

function messagesOf(document: Record<string, unknown>): Record<string, { payload: EventSchema }> {
  return (document.components as { messages: Record<string, { payload: EventSchema }> }).messages;
}

function channel(topic: string, events: readonly EventDefinition[]): unknown {
  const [first] = events;
  return {
    address: topic,
    description: `Everything that happens to one ${first?.aggregate}, in the order in which it happened: the key is its id.`,
    messages: Object.fromEntries(
      events.map((event) => [versionedName(event), { $ref: `#/components/messages/${versionedName(event)}` }]),
    ),
  };
}

function operation(topic: string, events: readonly EventDefinition[]): unknown {
  const service = events[0]?.type.split('.')[0];
  return {
    action: 'send',
    channel: { $ref: `#/channels/${topic}` },
    summary: `Said by ${service}.`,
    tags: [{ name: service }],
    messages: events.map((event) => ({ $ref: `#/channels/${topic}/messages/${versionedName(event)}` })),
  };
}

function message(event: EventDefinition): unknown {
  return {
    name: event.type,
    title: `${event.type}, version ${event.version}`,
    summary: event.meaning,
    contentType: 'application/json',
    headers: { $ref: '#/components/schemas/cloudEventHeaders' },
    payload: schemaOf(event),
    bindings: {
      kafka: { key: { type: 'string', format: 'uuid', description: `payload.${event.keyedBy}` }, bindingVersion: '0.5.0' },
    },
  };
}

const eventsOn = (topic: string, events: readonly EventDefinition[]) => events.filter((event) => event.topic === topic);

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
