// `npm run check`: types, style, boundaries, generated files. Every line below is an error when it fails.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { availableParallelism } from 'node:os';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => `${root}node_modules/.bin/${name}`;

const CHECKS = [
  { name: 'types', command: [bin('tsc'), '-p', 'tsconfig.json'] },
  { name: 'types of the console', command: [bin('tsc'), '-p', 'services/console/tsconfig.json'] },
  // The linter reads the graph that this leaves behind; on a fresh clone it would skip the boundaries and still succeed.
  { name: 'project graph', command: [bin('nx'), 'show', 'projects'] },
  {
    name: 'lint and boundaries between projects',
    command: [bin('eslint'), '.', '--max-warnings', '0', '--concurrency', String(Math.min(2, availableParallelism()))],
    mustNotSay: 'No cached ProjectGraph',
  },
  {
    name: 'boundaries inside projects',
    command: [bin('depcruise'), '--config', '.dependency-cruiser.cjs', 'libs', 'services', 'test', '--output-type', 'err'],
  },
  {
    name: 'formatting',
    command: [bin('prettier'), '--check', '--log-level', 'warn', 'libs', 'services', 'deploy', 'test', '*.mjs'],
  },
  { name: 'event contracts as AsyncAPI', command: [process.execPath, 'test/contracts/asyncapi.mjs', '--check'] },
  { name: 'compose file and images', command: [process.execPath, 'test/checks/compose.mjs'] },
];

let failed = 0;
for (const { name, command, mustNotSay } of CHECKS) {
  const started = Date.now();
  const run = spawnSync(command[0], command.slice(1), {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false' },
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const output = `${run.stdout}${run.stderr}`.trim();
  const passed = run.status === 0 && (mustNotSay === undefined || !output.includes(mustNotSay));
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (passed) continue;
  failed += 1;
  console.log(output);
}
if (failed > 0) console.log(`\n${failed} of ${CHECKS.length} checks failed.`);
process.exit(failed === 0 ? 0 : 1);
