// A real PostgreSQL on a bare machine, from the programs that come with an npm package.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
} from 'node:fs';
import { mkdtempSync, rmdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, join, resolve } from 'node:path';
import { claim } from './claim.mjs';
import { findPostgres } from './postgres-binaries.mjs';
import { birthOf, commandOf, endWithThisProcess, goneWithin, workingDirectoryOf } from './processes.mjs';
import { ServerTrouble } from './trouble.mjs';

const REACHABLE_BY_ALL = '/var/lib/accord';
const START_LIMIT_MS = 30_000;
const SHARED_MEMORY_LIMIT_MS = 5_000;

/**
 * @typedef {object} OpenOptions
 * @property {string} dataDir made when it is missing; the same folder opens with the same data again
 * @property {number} [port] on 127.0.0.1; a free one when not given
 * @property {Record<string, string>} [settings] of postgresql.conf, over our own
 * @property {boolean} [throwaway] removes the folder at the end and does not wait for the disk: for tests that kill nothing
 * @property {(line: string) => void} [log] told what a person may want to know, in English
 *
 * @typedef {object} OpenPostgres
 * @property {string} url of the superuser, to the database `postgres`
 * @property {number} port
 * @property {string} dataDir where the data really are; elsewhere than asked when the server's user cannot go there
 * @property {number} pid
 * @property {Promise<void>} ended resolves when the server has ended, for whatever reason
 * @property {(mode?: 'fast' | 'immediate') => Promise<void>} stop resolves when it has ended; safe to call twice
 * @property {() => Promise<void>} kill ends it as a power cut would
 */

/**
 * Starts the server and resolves when it answers. It ends with this process, kill -9 included. A server that an earlier
 * process left behind is stopped first.
 * @param {OpenOptions} options
 * @returns {Promise<OpenPostgres>}
 * @throws {ServerTrouble} ALREADY_RUNNING, PORT_TAKEN, DATA_OF_OTHER_VERSION, POSTGRES_DID_NOT_START and those of the programs
 */
export async function openPostgres({ dataDir, port, settings = {}, throwaway = false, log = () => {} }) {
  const programs = findPostgres();
  const folder = reachableFolder(resolve(dataDir), programs.as, log);
  const claimed = claim(folder);
  if ('owner' in claimed) throw alreadyRunning(dataDir, claimed.owner);
  try {
    const cluster = join(folder, 'cluster');
    await stopLeftOver(cluster, log);
    if (!existsSync(cluster)) initialise(folder, programs, throwaway);
    requireSameVersion(cluster, programs);
    const chosen = { ...ourSettings(throwaway), port: String(port ?? (await freePort())), ...settings };
    const server = await startServer({ folder, cluster, programs, settings: chosen, throwaway });
    return handle(server, { folder, port: Number(chosen.port), throwaway, release: () => claimed.release() });
  } catch (error) {
    claimed.release();
    throw error;
  }
}

/** A port on 127.0.0.1 that nobody listened on a moment ago. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolvePort(port));
    });
  });
}

function ourSettings(throwaway) {
  const swift = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    log_min_messages: 'warning',
    ...(throwaway ? swift : {}),
  };
}

/** The folder itself, or, where its path is closed to the server's user, a place under /var/lib that a link leads to. */
function reachableFolder(dataDir, as, log) {
  const linkToNothing = lstatSync(dataDir, { throwIfNoEntry: false })?.isSymbolicLink() && !existsSync(dataDir);
  if (linkToNothing) rmSync(dataDir);
  mkdirSync(dataDir, { recursive: true });
  let folder = realpathSync(dataDir);
  if (as.uid === undefined) return folder;
  if (!mayEnter(join(folder, '..'), as)) {
    mkdirSync(REACHABLE_BY_ALL, { recursive: true });
    chmodSync(REACHABLE_BY_ALL, 0o755);
    const elsewhere = mkdtempSync(join(REACHABLE_BY_ALL, `${basename(folder)}-`));
    rmdirSync(folder);
    symlinkSync(elsewhere, folder);
    log(`The user who runs PostgreSQL may not enter ${dataDir}; the data are in ${elsewhere}.`);
    folder = elsewhere;
  }
  chownSync(folder, as.uid, as.gid);
  chmodSync(folder, 0o700);
  return folder;
}

function mayEnter(folder, as) {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...as, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** Made beside and then renamed, so that a half-made cluster is never taken for a whole one. */
function initialise(folder, { initdb, as }, throwaway) {
  const fresh = join(folder, 'cluster.new');
  const passwordFile = join(folder, 'password');
  rmSync(fresh, { recursive: true, force: true });
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (as.uid !== undefined) chownSync(passwordFile, as.uid, as.gid);

  const run = (locale) =>
    spawnSync(
      initdb,
      [
        `--pgdata=${fresh}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        `--locale=${locale}`,
        ...(throwaway ? ['--no-sync'] : []),
      ],
      { ...as, cwd: '/', encoding: 'utf8', env: { ...process.env, LC_ALL: undefined, LC_MESSAGES: 'C' } },
    );
  let made = run('C.UTF-8');
  if (made.status !== 0 && /invalid locale|locale name/.test(made.stderr ?? '')) made = run('C');
  if (made.status !== 0) throw didNotStart(made.error?.message ?? made.stderr);
  renameSync(fresh, join(folder, 'cluster'));
}

function requireSameVersion(cluster, { postgres, as }) {
  const ofData = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  const { stdout } = spawnSync(postgres, ['--version'], { ...as, cwd: '/', encoding: 'utf8' });
  const ofProgram = /\) (\d+)/.exec(stdout)?.[1];
  if (ofData === ofProgram) return;
  throw new ServerTrouble('DATA_OF_OTHER_VERSION', {
    en: `The data in ${cluster} are of PostgreSQL ${ofData}; the installed programs are of ${ofProgram}. Choose another folder, or move the data.`,
    zh: `${cluster} 中的数据属于 PostgreSQL ${ofData}，而已安装的程序版本为 ${ofProgram}。请另选目录或迁移数据。`,
  });
}

/** After kill -9 of the one who started it a server may live on, holding the folder and the port. */
async function stopLeftOver(cluster, log) {
  const lock = join(cluster, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1) return;
  const ours = birthOf(pid) !== null && (workingDirectoryOf(pid) === cluster || commandOf(pid).includes(cluster));
  if (!ours) {
    rmSync(lock, { force: true });
    return;
  }
  log(`Stopping a PostgreSQL (process ${pid}) that an earlier run left behind.`);
  for (const [signal, patience] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ]) {
    if (birthOf(pid) === null) return;
    process.kill(pid, signal);
    if (await goneWithin(pid, patience)) return;
  }
}

async function startServer({ folder, cluster, programs, settings, throwaway }) {
  const logFile = join(folder, 'server.log');
  if (existsSync(logFile)) renameSync(logFile, join(folder, 'server.previous.log'));
  const until = Date.now() + SHARED_MEMORY_LIMIT_MS;
  for (;;) {
    const child = spawnServer({ cluster, programs, settings, logFile });
    const exited = new Promise((done) => child.once('exit', done).once('error', done));
    if (await ready({ child, cluster, exited })) {
      const guarded = { signal: /** @type {const} */ ('INT'), remove: throwaway ? [folder] : [] };
      const dismiss = endWithThisProcess(child.pid, guarded);
      return { child, exited: exited.then(dismiss) };
    }
    const said = existsSync(logFile) ? readFileSync(logFile, 'utf8') : '';
    const dyingBackends = said.includes('pre-existing shared memory block') && Date.now() < until;
    if (!dyingBackends) throw whyNot(said, settings.port, cluster);
    rmSync(logFile);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function spawnServer({ cluster, programs, settings, logFile }) {
  const output = openSync(logFile, 'a', 0o600);
  const parameters = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(programs.postgres, ['-D', cluster, ...parameters], {
    ...programs.as,
    cwd: '/',
    // Its own group: Ctrl+C must reach us first, and we stop the services before their database.
    detached: true,
    stdio: ['ignore', output, output],
    env: { ...process.env, LC_ALL: undefined, LC_MESSAGES: 'C' },
  });
  closeSync(output);
  return child;
}

/** The postmaster writes its state into its lock file; `ready` means that it accepts connections. */
async function ready({ child, cluster, exited }) {
  let ended = false;
  void exited.then(() => (ended = true));
  const until = Date.now() + START_LIMIT_MS;
  while (!ended) {
    const lines = existsSync(join(cluster, 'postmaster.pid'))
      ? readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
      : [];
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true;
    if (Date.now() > until) child.kill('SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return false;
}

function handle({ child, exited }, { folder, port, throwaway, release }) {
  const password = readFileSync(join(folder, 'password'), 'utf8').trim();
  const ended = exited.then(() => {
    if (throwaway) rmSync(folder, { recursive: true, force: true });
    else release();
  });
  const end = async (signal) => {
    child.kill(signal);
    const slow = setTimeout(() => child.kill('SIGQUIT'), 10_000);
    await ended;
    clearTimeout(slow);
  };
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    port,
    dataDir: folder,
    pid: child.pid,
    ended,
    stop: (mode = 'fast') => end(mode === 'fast' ? 'SIGINT' : 'SIGQUIT'),
    kill: () => end('SIGKILL'),
  };
}

function whyNot(said, port, cluster) {
  if (/could not bind|could not create any TCP\/IP sockets/.test(said)) {
    return new ServerTrouble('PORT_TAKEN', {
      en: `Port ${port} is taken by another program. Give another one, or end that program.`,
      zh: `端口 ${port} 已被其他程序占用。请换一个端口，或结束占用它的程序。`,
    });
  }
  if (/lock file "postmaster.pid" already exists/.test(said)) return alreadyRunning(cluster, 'unknown');
  return didNotStart(said);
}

function alreadyRunning(dataDir, owner) {
  return new ServerTrouble('ALREADY_RUNNING', {
    en: `Another Accord (process ${owner}) is running on ${dataDir}. Use that one, stop it, or give another folder.`,
    zh: `另一个和鸣进程（${owner}）正在使用 ${dataDir}。请使用它、停止它，或另选目录。`,
  });
}

function didNotStart(detail = '') {
  const last = detail.trim().split('\n').slice(-8).join('\n');
  return new ServerTrouble(
    'POSTGRES_DID_NOT_START',
    { en: 'PostgreSQL did not start.', zh: 'PostgreSQL 未能启动。' },
    { detail: last },
  );
}
