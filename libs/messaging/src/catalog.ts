import { type EventDefinition, eventCatalog } from '@accord/contracts';

/** The events that a process may say and understand, looked up by type. Types are unique in it, or it is not built. */
export class EventCatalog {
  private readonly byType = new Map<string, EventDefinition>();

  constructor(definitions: readonly EventDefinition[] = eventCatalog) {
    for (const definition of definitions) {
      if (this.byType.has(definition.type)) throw new Error(`The event "${definition.type}" is declared twice.`);
      this.byType.set(definition.type, definition);
    }
  }

  find(type: string): EventDefinition | undefined {
    return this.byType.get(type);
  }

  get(type: string): EventDefinition {
    const definition = this.find(type);
    if (!definition) throw new Error(`The event "${type}" is not in the catalog; declare it in libs/contracts.`);
    return definition;
  }

  /** The topics that one service writes to. */
  topicsOf(service: string): string[] {
    const own = [...this.byType.values()].filter(({ type }) => type.startsWith(`${service}.`));
    return [...new Set(own.map(({ topic }) => topic))];
  }
}
