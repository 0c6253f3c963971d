import type { EventDefinition, EventOf } from '@accord/contracts';
import type { EntityManager } from 'typeorm';

/** What a handler looks like: it works inside `tx`, and what it writes commits together with its receipt. */
export type EventHandler<Definition extends EventDefinition> = (event: EventOf<Definition>, tx: EntityManager) => Promise<void>;

export interface ConsumesOptions {
  /** A consumer of its own, named `<service>.<consumer>`, whose progress does not depend on the service's other handlers. */
  readonly consumer?: string;
}

/** One handler as its decorator declared it. */
export interface Consumption {
  readonly definition: EventDefinition;
  readonly consumer: string | undefined;
}

const declared = new WeakMap<object, Consumption[]>();

/**
 * Marks a provider's method as the handler of an event. It takes effect once per event, for one aggregate in the order
 * in which things happened; when it throws, nothing of it stays and the event is parked with those that follow it.
 */
export function Consumes<Definition extends EventDefinition>(definition: Definition, { consumer }: ConsumesOptions = {}) {
  return (_prototype: object, _method: string | symbol, descriptor: TypedPropertyDescriptor<EventHandler<Definition>>): void => {
    const method = descriptor.value as object;
    declared.set(method, [...(declared.get(method) ?? []), { definition, consumer }]);
  };
}

/** What a method was declared to consume; empty for any other method. */
export function consumptionsOf(method: unknown): readonly Consumption[] {
  return (typeof method === 'function' && declared.get(method)) || [];
}
