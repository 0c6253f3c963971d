// Bundles one service with our own libs into services/<name>/dist/main.js; packages from the registry stay outside.
import { existsSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const name = process.argv[2];
if (!name) throw new Error('Say what to build: node deploy/build.mjs <service>');

const root = fileURLToPath(new URL('..', import.meta.url));
const PLACES = {
  local: ['deploy/local', 'provision.ts'],
  bench: ['test/bench', 'stock-consumer.ts'],
};
const [place, input] = PLACES[name] ?? [`services/${name}`, 'src/main.ts'];
const folder = `${root}${place}`;
if (!existsSync(`${folder}/${input}`)) throw new Error(`There is no ${folder}/${input}.`);
rmSync(`${folder}/dist`, { recursive: true, force: true });

const ours = ['@accord/', '@oxc-project/'];
const bundle = await rolldown({
  input: `${folder}/${input}`,
  cwd: root,
  platform: 'node',
  tsconfig: `${root}tsconfig.base.json`,
  external: (id) =>
    builtinModules.includes(id.replace(/^node:/, '')) || (/^[^./]/.test(id) && !ours.some((prefix) => id.startsWith(prefix))),
});
await bundle.write({ file: `${folder}/dist/main.js`, format: 'esm', sourcemap: true });
await bundle.close();
