import type { Announcement } from '@accord/case-model';
import type { EventCatalog } from '../catalog';
import { stableHash } from '../stable-hash';
import { childOf, currentTraceparent } from '../trace-context';

/** How many ways the outbox is divided among relays. Frozen: rows carry their shard. */
export const SHARDS = 16;

/** An announcement that its contract has passed, ready to be recorded. */
export interface AnnouncedEvent {
  readonly type: string;
  readonly eventVersion: number;
  readonly topic: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly shard: number;
  readonly payload: string;
  readonly traceparent: string;
  /** Null means at the moment it is recorded, by the database's clock. */
  readonly occurredAt: Date | null;
}

/** Checks an announcement against its contract; throws where the payload breaks it or the catalog does not know the type. */
export function announcedEvent({ definition, payload, occurredAt }: Announcement, catalog: EventCatalog): AnnouncedEvent {
  const contract = catalog.get(definition.type);
  const checked = contract.parse(payload) as Record<string, unknown>;
  const aggregateId = String(checked[contract.keyedBy]);
  return {
    type: contract.type,
    eventVersion: contract.version,
    topic: contract.topic,
    aggregateType: contract.aggregate,
    aggregateId,
    shard: stableHash(aggregateId) % SHARDS,
    payload: JSON.stringify(checked),
    traceparent: childOf(currentTraceparent()),
    occurredAt,
  };
}
