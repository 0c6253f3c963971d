// Knowing one process from another by more than its number, and ending a server together with the one who started it.
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/**
 * What tells a process from a later one with the same number: its start time. Null when there is no such process, or only
 * a zombie of it.
 * @param {number} pid
 * @returns {string | null}
 */
export function birthOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return null;
  }
  if (process.platform === 'linux') return birthInProc(pid);
  if (process.platform === 'win32') return 'alive';
  return ask('ps', ['-o', 'lstart=', '-p', String(pid)]);
}

function birthInProc(pid) {
  const stat = readOrNull(`/proc/${pid}/stat`);
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? null : fields[19];
}

/** The command line of a running process, or an empty string. @param {number} pid */
export function commandOf(pid) {
  if (process.platform === 'linux') return (readOrNull(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ');
  return process.platform === 'win32' ? '' : (ask('ps', ['-o', 'command=', '-p', String(pid)]) ?? '');
}

/** The directory a running process works in, or null where the system does not tell. @param {number} pid */
export function workingDirectoryOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/**
 * Ends a server when this process ends in whatever way, kill -9 included: a shell waits on a pipe that the system closes
 * for us, then sends the signal, and at last removes the folders named. Nothing is polled, and no number can be mistaken:
 * the returned function lets the shell go once the server has ended by itself. Without effect on Windows.
 * @param {number} pid the server
 * @param {{ signal: 'INT' | 'TERM' | 'QUIT' | 'KILL', remove?: string[] }} how
 * @returns {() => void}
 */
export function endWithThisProcess(pid, { signal, remove = [] }) {
  if (process.platform === 'win32') return () => {};
  const script = `read -r word && exit 0
    kill -${signal} "$0" 2>/dev/null
    for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$0" 2>/dev/null || break; sleep 1; done
    kill -KILL "$0" 2>/dev/null
    [ $# -eq 0 ] || rm -rf -- "$@"`;
  const guard = spawn('/bin/sh', ['-c', script, String(pid), ...remove], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => {});
  guard.stdin.on('error', () => {});
  guard.unref();
  guard.stdin.unref?.();
  return () => guard.stdin.end('done\n');
}

/** Waits until the process is gone. @param {number} pid @param {number} milliseconds @returns {Promise<boolean>} whether it is */
export async function goneWithin(pid, milliseconds) {
  const birth = birthOf(pid);
  const until = Date.now() + milliseconds;
  while (birth !== null && birthOf(pid) === birth) {
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return true;
}

function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function ask(command, parameters) {
  try {
    return execFileSync(command, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null;
  } catch {
    return null;
  }
}
