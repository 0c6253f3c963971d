// `npm run bench`: what is measured, each as a ratio to a floor or a peer in the same run.
import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as propagation from './propagation.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A part measures something and says what it must reach.
 * @typedef {object} Figure
 * @property {string} bench @property {string} transport @property {string} metric
 * @property {number} value @property {string} unit
 * @property {string | null} against what `ratio` compares with
 * @property {number | null} ratio
 * @property {string | null} goal such as `≤ 2` or `≥ 5`, of the ratio, or of the value where nothing stands beside it
 * @property {boolean | null} met
 */
const PARTS = { propagation };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    assert: { type: 'boolean', default: false },
    transport: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});

if (positionals.length === 0) {
  console.log('npm run bench -- PART [--transport embedded|kafka] [--quick] [--json] [--assert]\n');
  for (const [name, { about, goals }] of Object.entries(PARTS)) {
    console.log(`${name}: ${about}`);
    for (const goal of goals) console.log(`  goal: ${goal}`);
  }
  process.exit(0);
}

const unknown = positionals.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`There is no part called ${unknown.join(', ')}; there are: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}

const built = spawnSync('npx', ['nx', 'run-many', '-t', 'build', '--outputStyle=static'], {
  cwd: ROOT,
  encoding: 'utf8',
  env: { ...process.env, NX_DAEMON: 'false' },
});
if (built.status !== 0) {
  console.error(`${built.stdout}${built.stderr}`);
  process.exit(1);
}

/** @type {Figure[]} */
const figures = [];
const say = (line) => process.stderr.write(`${line}\n`);
for (const name of positionals)
  figures.push(
    ...(await PARTS[name].measure({
      transports: values.transport ? [values.transport] : ['embedded', 'kafka'],
      quick: values.quick,
      say,
    })),
  );

if (values.json) console.log(JSON.stringify(figures, null, 1));
else print(figures);
process.exit(values.assert && figures.some(({ met }) => met === false) ? 1 : 0);

function print(rows) {
  console.log(
    `\n${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${process.platform}\n`,
  );
  const table = [
    ['bench', 'transport', 'metric', 'value', 'against', 'ratio', 'goal', ''],
    ...rows.map((row) => [
      row.bench,
      row.transport,
      row.metric,
      `${round(row.value)} ${row.unit}`,
      row.against ?? '',
      row.ratio === null ? '' : String(round(row.ratio)),
      row.goal ?? '',
      row.met === null ? '' : row.met ? 'met' : 'MISSED',
    ]),
  ];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => [...row[column]].length)));
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
}

function round(value) {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
