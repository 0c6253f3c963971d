import type { EventDefinition } from './define-event';
import * as disputes from './disputes.events';
import * as earlyWarning from './early-warning.events';
import * as gateway from './gateway.events';
import * as worklist from './worklist.events';

/** Every event that crosses a process, each declared once in the file of the service that says it. */
export const eventCatalog: readonly EventDefinition[] = [earlyWarning, disputes, worklist, gateway].flatMap(
  (service) => Object.values(service) as EventDefinition[],
);

/** The declaration of an event type, or undefined for a type that this build does not know. */
export function findEvent(type: string): EventDefinition | undefined {
  return byType.get(type);
}

const byType = new Map(eventCatalog.map((definition) => [definition.type, definition]));
