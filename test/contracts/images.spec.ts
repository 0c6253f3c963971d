import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { dependencies: Record<string, string> };
const services = readdirSync(`${root}services`).filter((name) => name !== 'console');

/** The packages that a bundle asks Node for when it runs. */
function packagesOf(bundle: string): string[] {
  const source = readFileSync(bundle, 'utf8');
  const specifiers = [
    ...source.matchAll(/^(?:import|export)\b[^'"]*?from ["']([^"'.][^"']*)["'];?$/gm),
    ...source.matchAll(/^import ["']([^"'.][^"']*)["'];?$/gm),
  ].map(([, specifier]) => specifier as string);
  const outside = specifiers.filter((specifier) => !specifier.startsWith('node:') && !builtinModules.includes(specifier));
  return [
    ...new Set(
      outside.map((specifier) =>
        specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/'),
      ),
    ),
  ];
}

describe('an image, which installs production dependencies alone,', () => {
  it.each(services)('has every package that %s asks for', (service) => {
    const asked = packagesOf(`${root}services/${service}/dist/main.js`);

    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((name) => !(name in dependencies))).toEqual([]);
  });

  it('has every package that the making of databases asks for', () => {
    expect(packagesOf(`${root}deploy/local/dist/main.js`).filter((name) => !(name in dependencies))).toEqual([]);
  });

  it('serves a console that asks no other host for anything', () => {
    const page = readFileSync(`${root}services/console/dist/index.html`, 'utf8');

    expect(
      [...page.matchAll(/(?:src|href)="([^"]+)"/g)]
        .map(([, address]) => address)
        .filter((address) => /^(https?:)?\/\//.test(String(address))),
    ).toEqual([]);
  });
});
