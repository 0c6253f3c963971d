import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { eventCatalog } from './event-catalog';
import { versionedName } from './event-schema';

const folder = new URL('../samples/', import.meta.url);
const sampleNames = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
const sample = (name: string): Record<string, unknown> => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));

describe('the golden samples', () => {
  it('are one for every event that is declared, and none besides', () => {
    expect(sampleNames.sort()).toEqual(eventCatalog.map(versionedName).sort());
  });

  it.each(eventCatalog.map((event) => [versionedName(event), event] as const))(
    '%s is read whole, its key included',
    (name, event) => {
      const said = sample(name);

      expect(event.parse(said)).toEqual(said);
      expect(said[event.keyedBy]).toEqual(expect.any(String));
    },
  );

  it.each(eventCatalog.map((event) => [versionedName(event), event] as const))(
    '%s is refused without any one of its fields',
    (name, event) => {
      const said = sample(name);

      for (const field of Object.keys(said)) {
        const { [field]: _, ...rest } = said;
        expect(() => event.parse(rest)).toThrow(field);
      }
    },
  );
});
