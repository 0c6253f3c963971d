import type { EventDefinition, EventOf } from '@accord/contracts';
import type { EntityManager } from 'typeorm';

/** What a handler looks like: it works inside `tx`, and what it writes commits together with its receipt. */
export type EventHandler<Definition extends EventDefinition> = (event: EventOf<Definition>, tx: EntityManager) => Promise<void>;

/** A handler of several events at once, in the order of the log; each belongs to another aggregate or follows its forerunner. */
export type HandlerOfMany<Definition extends EventDefinition> = (
  events: readonly EventOf<Definition>[],
  tx: EntityManager,
) => Promise<void>;

export interface ConsumesOptions {
  /** A consumer of its own, named `<service>.<consumer>`, whose progress does not depend on the service's other handlers. */
  readonly consumer?: string;
}

/** One handler as its decorator declared it. */
export interface Consumption {
  readonly definition: EventDefinition;
  readonly consumer: string | undefined;
  /** Whether the method takes the events of a chunk together. */
  readonly together: boolean;
}

const declared = new WeakMap<object, Consumption[]>();

/**
 * Marks a provider's method as the handler of an event. It takes effect once per event, for one aggregate in the order
 * in which things happened; when it throws, nothing of it stays and the event is parked with those that follow it.
 */
export function Consumes<Definition extends EventDefinition>(definition: Definition, options: ConsumesOptions = {}) {
  return declare<EventHandler<Definition>>(definition, options, false);
}

/**
 * Like {@link Consumes} for a method that takes all events of one type that stand side by side in a chunk, so that a
 * backlog costs a few statements instead of a few per event. When it throws, the chunk is narrowed down to the event at
 * fault. What it announces for one event belongs inside `withTrace(childOf(event.traceparent), …)`.
 */
export function ConsumesTogether<Definition extends EventDefinition>(definition: Definition, options: ConsumesOptions = {}) {
  return declare<HandlerOfMany<Definition>>(definition, options, true);
}

function declare<Handler>(definition: EventDefinition, { consumer }: ConsumesOptions, together: boolean) {
  return (_prototype: object, _method: string | symbol, descriptor: TypedPropertyDescriptor<Handler>): void => {
    const method = descriptor.value as object;
    declared.set(method, [...(declared.get(method) ?? []), { definition, consumer, together }]);
  };
}

/** What a method was declared to consume; empty for any other method. */
export function consumptionsOf(method: unknown): readonly Consumption[] {
  return (typeof method === 'function' && declared.get(method)) || [];
}
