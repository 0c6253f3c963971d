// Runs the services as processes of their own, as a cluster would, and starts again whatever ends by itself.
// Beside each log stands a .pid file with the process that writes it.
import { fork } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './options.mjs';

const RESTART_AFTER_MS = 500;
const STOP_WITHIN_MS = 15_000;

/** All services hear of an alert at once and share few cores: the case opens first, tasks and figures follow. */
const NICENESS = { worklist: 5, supervision: 10 };

export class Services {
  #running = new Map();
  #stopping = false;

  /** @param {string} logFolder @param {(line: string) => void} say */
  constructor(logFolder, say) {
    mkdirSync(logFolder, { recursive: true });
    this.logFolder = logFolder;
    this.say = say;
  }

  /**
   * Starts a service and resolves when it is ready; rejects with its last words when it ends before.
   * @param {string} name @param {Record<string, string>} settings
   */
  start(name, settings) {
    const log = createWriteStream(join(this.logFolder, `${name}.log`), { flags: 'a' });
    return new Promise((resolve, reject) => this.#launch(name, settings, log, resolve, reject));
  }

  #launch(name, settings, log, onReady, onFailure) {
    const child = fork(join(ROOT, 'services', name, 'dist', 'main.js'), {
      env: { ...inherited(), ...settings },
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true, // Ctrl+C reaches the runner alone, which then stops them in order
    });
    let ready = false;
    let lastWords = '';
    this.#running.set(name, child);
    if (child.pid !== undefined && name in NICENESS) setPriority(child.pid, NICENESS[name]);
    writeFileSync(join(this.logFolder, `${name}.pid`), `${child.pid}\n`);
    child.stdout.pipe(log, { end: false });
    child.stderr.on('data', (chunk) => {
      log.write(chunk);
      lastWords = (lastWords + chunk).slice(-2000);
    });
    child.on('message', (message) => {
      if (message?.ready !== name) return;
      ready = true;
      onReady?.();
    });
    child.on('exit', (code, signal) => {
      this.#running.delete(name);
      if (this.#stopping) return;
      if (!ready && onFailure !== undefined)
        return onFailure(new Error(lastWords.trim() || `${name} ended with ${signal ?? code}; see ${log.path}`));
      this.say(`${name} ended (${signal ?? code}); starting it again.`);
      setTimeout(() => !this.#stopping && this.#launch(name, settings, log), RESTART_AFTER_MS);
    });
  }

  /** Stops all, asking first; whoever has not ended in time is ended. */
  async stop() {
    this.#stopping = true;
    await Promise.all([...this.#running.values()].map(stopOne));
  }
}

function stopOne(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(undefined);
    const tooLong = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    child.once('exit', () => {
      clearTimeout(tooLong);
      resolve(undefined);
    });
    child.kill('SIGTERM');
  });
}

/** Services get the settings they are given and what the system needs, not whatever the user's shell holds. */
function inherited() {
  const { PATH, HOME, TZ, LANG, NODE_ENV, NODE_OPTIONS, LOG_LEVEL } = process.env;
  return Object.fromEntries(
    Object.entries({ PATH, HOME, TZ, LANG, NODE_ENV, NODE_OPTIONS, LOG_LEVEL }).filter(([, value]) => value !== undefined),
  );
}
