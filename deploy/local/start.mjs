// `npm start`: the whole of Accord on one machine. Builds what has changed, then hands over to the running system.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { HELP, readOptions, ROOT } from './options.mjs';

const options = readOptions(process.argv.slice(2));
if ('help' in options) {
  console.log(HELP);
} else if ('fault' in options) {
  console.error(`${options.fault}\n\n${HELP}`);
  process.exitCode = 2;
} else if (nodeIsNewEnough() && built()) {
  const { runAccord } = await import('./run-accord.mjs');
  await runAccord(options);
}

function nodeIsNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return true;
  console.error(`Accord needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exitCode = 1;
  return false;
}

function built() {
  const started = Date.now();
  const nx = join(ROOT, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const build = spawnSync(process.execPath, [nx, 'run-many', '-t', 'build', '--outputStyle=static'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
  });
  if (build.status === 0) {
    if (Date.now() - started > 5000) console.log(`Built in ${Math.round((Date.now() - started) / 1000)} s.`);
    return true;
  }
  console.error(`The build failed. Run "npm ci" first if this is a fresh clone.\n${build.stdout}\n${build.stderr}`);
  process.exitCode = 1;
  return false;
}
