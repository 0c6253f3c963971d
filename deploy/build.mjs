// Bundles one service with our own libs into services/<name>/dist/main.js; packages from the registry stay outside.
import { rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { rolldown } from 'rolldown';

const service = process.argv[2];
if (!service) throw new Error('Say which service: node deploy/build.mjs <service>');

const root = new URL('..', import.meta.url).pathname;
const out = `${root}services/${service}/dist`;
rmSync(out, { recursive: true, force: true });

const bundle = await rolldown({
  input: `${root}services/${service}/src/main.ts`,
  cwd: root,
  platform: 'node',
  tsconfig: `${root}tsconfig.base.json`,
  external: (id) =>
    builtinModules.includes(id.replace(/^node:/, '')) ||
    (/^[^./]/.test(id) && !id.startsWith('@accord/') && !id.startsWith('@oxc-project/')),
});
await bundle.write({ file: `${out}/main.js`, format: 'esm', sourcemap: true });
await bundle.close();
