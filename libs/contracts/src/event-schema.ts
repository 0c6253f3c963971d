import { z } from 'zod';
import type { EventDefinition } from './define-event';

/** As much of JSON Schema as our contracts use. */
export interface EventSchema {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, EventSchema>>;
  readonly required?: readonly string[];
  readonly items?: EventSchema;
  readonly anyOf?: readonly EventSchema[];
}

/** The name under which one version of an event stands in generated files, and of its sample. */
export function versionedName({ type, version }: Pick<EventDefinition, 'type' | 'version'>): string {
  return `${type}.v${version}`;
}

/** The payload as JSON Schema (draft 7, which AsyncAPI 3 builds on). Unknown fields are allowed: a newer build may say more. */
export function schemaOf(event: EventDefinition): EventSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(event.payload, { target: 'draft-7', io: 'input' });
  return schema as EventSchema;
}

/**
 * What a listener of the earlier schema, or a replay of old events, would stumble over under the later one. New optional
 * fields are nothing to stumble over; everything else is.
 */
export function breaksBetween(earlier: EventSchema, later: EventSchema, at = 'payload'): string[] {
  const {
    properties: former = {},
    required: formerlyRequired = [],
    items: formerItems,
    anyOf: formerChoices,
    ...formerRest
  } = earlier;
  const { properties = {}, required = [], items, anyOf: choices, ...rest } = later;
  return [
    ...(canonical(formerRest) === canonical(rest) ? [] : [`${at} was ${canonical(formerRest)} and is ${canonical(rest)}`]),
    ...Object.keys(former).flatMap((name) => {
      const [before, after] = [former[name] as EventSchema, properties[name]];
      return after === undefined ? [`${at}.${name} is gone`] : breaksBetween(before, after, `${at}.${name}`);
    }),
    ...required.filter((name) => !formerlyRequired.includes(name)).map((name) => `${at}.${name} is required now`),
    ...formerlyRequired
      .filter((name) => name in properties && !required.includes(name))
      .map((name) => `${at}.${name} is optional now`),
    ...breaksInItems(formerItems, items, at),
    ...breaksInChoices(formerChoices, choices, at),
  ];
}

function breaksInItems(earlier: EventSchema | undefined, later: EventSchema | undefined, at: string): string[] {
  if (earlier === undefined && later === undefined) return [];
  if (earlier === undefined || later === undefined)
    return [`${at} is ${later === undefined ? 'no list any more' : 'a list now'}`];
  return breaksBetween(earlier, later, `${at}[]`);
}

function breaksInChoices(earlier: readonly EventSchema[] = [], later: readonly EventSchema[] = [], at: string): string[] {
  if (earlier.length !== later.length) return [`${at} had ${earlier.length} alternatives and has ${later.length}`];
  return earlier.flatMap((choice, index) => breaksBetween(choice, later[index] as EventSchema, at));
}

/** Without what only explains, and with names in one order. */
function canonical(schema: EventSchema): string {
  const { description: _, title: __, ...binding } = schema;
  return JSON.stringify(Object.fromEntries(Object.entries(binding).sort(([one], [other]) => (one < other ? -1 : 1))));
}
