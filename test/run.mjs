// `npm test`: every layer that can run on this machine, then what could not and why, then one line over all.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kafkaForTests, prepareBrowser } from './checks/prerequisites.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'accord-reports-'));
const only = process.argv.slice(2);

const kafka = await kafkaForTests();
const browser = prepareBrowser();

const LAYERS = [
  { name: 'pure', layer: 'pure' },
  { name: 'database', layer: 'database' },
  { name: 'contracts', layer: 'contracts', needs: kafka, pattern: '/[^/]*kafka[^/]*\\.spec' },
  { name: 'contracts of files', layer: 'contracts', ignore: '/[^/]*kafka[^/]*\\.spec' },
  { name: 'journeys, embedded', layer: 'journeys', env: { ACCORD_TRANSPORT: 'embedded' } },
  { name: 'journeys, kafka', layer: 'journeys', env: { ACCORD_TRANSPORT: 'kafka' }, needs: kafka },
  { name: 'browser', layer: 'browser', needs: browser },
  { name: 'faults, embedded', layer: 'faults', env: { ACCORD_TRANSPORT: 'embedded' } },
  { name: 'faults, kafka', layer: 'faults', env: { ACCORD_TRANSPORT: 'kafka' }, needs: kafka },
].filter(({ name, layer }) => only.length === 0 || only.includes(layer) || only.includes(name));

const total = { passed: 0, failed: 0, skipped: 0 };
const notRun = [];
build();
for (const layer of LAYERS) run(layer);
rmSync(reports, { recursive: true, force: true });

console.log('');
for (const line of notRun) console.log(`not run: ${line}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

function build() {
  const nx = join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const built = spawnSync(process.execPath, [nx, 'run-many', '-t', 'build', '--outputStyle=static'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false' },
  });
  if (built.status === 0) return;
  console.log(`${built.stdout}${built.stderr}`);
  total.failed += 1;
}

function run({ name, layer, env = {}, needs, pattern, ignore }) {
  const report = join(reports, `${name.replace(/\W+/g, '-')}.json`);
  const jest = ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules', 'jest', 'bin', 'jest.js')];
  const args = [
    '--json',
    `--outputFile=${report}`,
    '--passWithNoTests',
    ...(pattern ? ['--testPathPatterns', pattern] : []),
    ...(ignore ? ['--testPathIgnorePatterns', ignore] : []),
  ];
  if (['journeys', 'faults', 'browser'].includes(layer)) args.push('--runInBand');
  if (needs !== undefined && !needs.possible) {
    const listed = spawnSync(process.execPath, [...jest, '--listTests', ...args.slice(3)], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ACCORD_TEST_LAYER: layer },
    });
    const files = listed.stdout.split('\n').filter((line) => line.endsWith('.ts'));
    total.skipped += files.reduce((sum, file) => sum + (readFileSync(file, 'utf8').match(/^\s*it\(/gm)?.length ?? 1), 0);
    notRun.push(`${name}: ${needs.why}`);
    return;
  }
  const started = Date.now();
  console.log(`\n— ${name}`);
  const jestRun = spawnSync(process.execPath, [...jest, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env, ACCORD_TEST_LAYER: layer },
  });
  if (!existsSync(report)) {
    total.failed += 1;
    console.log(`${name}: ended with ${jestRun.signal ?? jestRun.status} and no report`);
    return;
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  total.passed += numPassedTests;
  total.failed += numFailedTests + numRuntimeErrorTestSuites;
  total.skipped += numPendingTests + numTodoTests;
  console.log(
    `${name}: ${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed in ${Math.round((Date.now() - started) / 1000)} s`,
  );
}
