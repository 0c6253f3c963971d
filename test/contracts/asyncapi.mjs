// Writes the event contracts as AsyncAPI 3 into libs/contracts/asyncapi.json. With --check it only says whether that file is
// what the contracts say today. It refuses to write a break of what stands there; --accept-breaks is for events that no
// running system has ever said.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));
const file = `${root}libs/contracts/asyncapi.json`;

const { asyncApiDocument, breaksSince } = await contracts();
const written = existsSync(file) ? readFileSync(file, 'utf8') : null;
const options = { ...(await resolveConfig(file)), filepath: file };
const current = await format(JSON.stringify(asyncApiDocument()), options);

if (current === written) process.exit(0);
const breaks = written === null ? [] : breaksSince(JSON.parse(written));
if (breaks.length > 0 && !process.argv.includes('--accept-breaks')) {
  console.error(`These changes break listeners, or a replay of old events:\n${breaks.map((line) => `  ${line}`).join('\n')}`);
  console.error('Declare a new version of the event beside the old one instead; only new optional fields keep the version.');
  process.exit(1);
}
if (process.argv.includes('--check')) {
  console.error('libs/contracts/asyncapi.json is not what the contracts say. Run: node test/contracts/asyncapi.mjs');
  process.exit(1);
}
writeFileSync(file, current);

/** The contracts are TypeScript: bundled in memory and imported from there. */
async function contracts() {
  const bundle = await rolldown({
    input: `${root}test/contracts/asyncapi-document.ts`,
    cwd: root,
    platform: 'node',
    tsconfig: `${root}tsconfig.base.json`,
  });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
  await bundle.close();
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
}
