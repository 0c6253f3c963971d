import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { defineEvent } from './define-event';
import { eventCatalog } from './event-catalog';
import { breaksBetween, type EventSchema, schemaOf, versionedName } from './event-schema';

const anEvent = (payload: z.ZodObject) => schemaOf(defineEvent({ ...about, payload: payload.extend({ thingId: z.uuid() }) }));
const about = {
  type: 'house.thing-happened',
  version: 1,
  aggregate: 'thing',
  keyedBy: 'thingId',
  meaning: 'A thing happened.',
} as const;

const base = { level: z.enum(['blue', 'red']), note: z.string().optional(), parts: z.array(z.object({ size: z.int() })) };
const { level: _, ...withoutLevel } = base;
const earlier = anEvent(z.object(base));

describe('changing an event', () => {
  it('breaks nobody with a new optional field, at any depth', () => {
    const parts = z.array(z.object({ size: z.int(), colour: z.string().optional() }));

    expect(breaksBetween(earlier, anEvent(z.object({ ...base, reason: z.string().optional(), parts })))).toEqual([]);
  });

  it.each([
    ['a field that is gone', withoutLevel, 'payload.level is gone'],
    ['a new field that is required', { ...base, reason: z.string() }, 'payload.reason is required now'],
    ['an optional field that becomes required', { ...base, note: z.string() }, 'payload.note is required now'],
    ['a required field that becomes optional', { ...base, level: base.level.optional() }, 'payload.level is optional now'],
    ['another type', { ...base, note: z.int().optional() }, 'payload.note was'],
    ['one more choice', { ...base, level: z.enum(['blue', 'red', 'black']) }, 'payload.level was'],
    ['a field that may be null', { ...base, level: base.level.nullable() }, 'payload.level had 0 alternatives and has 2'],
    ['a change inside a list', { ...base, parts: z.array(z.object({ size: z.string() })) }, 'payload.parts[].size was'],
    ['a list that is one no more', { ...base, parts: z.object({ size: z.int() }) }, 'payload.parts is no list any more'],
  ])('breaks listeners with %s', (_case, changed, complaint) => {
    expect(breaksBetween(earlier, anEvent(z.object(changed))).join('\n')).toContain(complaint);
  });
});

describe('the declared events', () => {
  const written = JSON.parse(readFileSync(new URL('../asyncapi.json', import.meta.url), 'utf8')) as {
    components: { messages: Record<string, { payload: EventSchema }> };
  };

  it('break nothing that was published: declare a new version beside the old one instead', () => {
    const today = new Map(eventCatalog.map((event) => [versionedName(event), schemaOf(event)]));

    const breaks = Object.entries(written.components.messages).flatMap(([name, { payload }]) => {
      const now = today.get(name);
      return now === undefined ? [`${name} is gone`] : breaksBetween(payload, now, name);
    });

    expect(breaks).toEqual([]);
  });

  it('carry nothing that names a person', () => {
    const personal = /"(?:nationalId|idNumber|phone|mobile|bankAccount|fullName|workerName|complainant|address|text|statement)"/i;

    for (const event of eventCatalog) expect(JSON.stringify(schemaOf(event))).not.toMatch(personal);
  });
});
