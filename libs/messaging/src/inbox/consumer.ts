import type { EventDefinition, EventOf } from '@accord/contracts';
import type { EntityManager } from 'typeorm';

/** A handler with its provider behind it; one that takes events one by one is given them one by one. */
export interface BoundHandler {
  readonly together: boolean;
  handle(events: readonly EventOf<EventDefinition>[], tx: EntityManager): Promise<void>;
}

/** The handlers that make progress together: one group on the log, one position per aggregate. */
export class Consumer {
  private readonly handlers = new Map<string, { definition: EventDefinition; bound: BoundHandler[] }>();

  constructor(readonly name: string) {}

  get topics(): string[] {
    return [...new Set([...this.handlers.values()].map(({ definition }) => definition.topic))].sort();
  }

  add(definition: EventDefinition, handler: BoundHandler): void {
    const known = this.handlers.get(definition.type);
    if (known) known.bound.push(handler);
    else this.handlers.set(definition.type, { definition, bound: [handler] });
  }

  /** The contract of a type that a handler asks for. */
  readonly understand = (type: string): EventDefinition | undefined => this.handlers.get(type)?.definition;

  /** Whether every handler of this type takes the events of a chunk together. */
  takesTogether(type: string): boolean {
    return this.handlersOf(type).every(({ together }) => together);
  }

  handlersOf(type: string): readonly BoundHandler[] {
    return this.handlers.get(type)?.bound ?? [];
  }
}
