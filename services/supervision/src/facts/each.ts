import type { EventDefinition, EventOf } from '@accord/contracts';

/** The events of several declarations, told apart by their type. */
export type Each<Definition> = Definition extends EventDefinition ? EventOf<Definition> : never;
