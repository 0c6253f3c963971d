// Apache Kafka as its own process, one broker that is its own controller (KRaft), from its jars and a Java.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createConnection } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { claim } from '../local/claim.mjs';
import { freePort } from '../local/postgres.mjs';
import { birthOf, endWithThisProcess, goneWithin } from '../local/processes.mjs';
import { ServerTrouble } from '../local/trouble.mjs';
import { DEFAULT_VERSION, defaultJarFolder, fetchJars, isKafka4, kafkaWithoutDocker, run } from './kafka-programs.mjs';
import { loggingProperties, serverProperties } from './kafka-properties.mjs';

export { kafkaWithoutDocker };

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 15_000;

/**
 * @typedef {object} KafkaOptions
 * @property {string} dataDir made when it is missing; the same folder opens with the same topics again
 * @property {number} [port] on 127.0.0.1; a free one when not given
 * @property {string} [version] of Apache Kafka, 3.9.x or 4.x; KAFKA_VERSION when not given
 * @property {string} [jars] where the jars are kept
 * @property {Record<string, string>} [settings] of server.properties, over our own
 * @property {boolean} [throwaway] removes the folder when this process ends
 * @property {(line: string) => void} [log]
 *
 * @typedef {object} RunningKafka
 * @property {string[]} brokers
 * @property {number} port
 * @property {number} pid
 * @property {string} version
 * @property {Promise<void>} ended resolves when the broker has ended, for whatever reason
 * @property {() => Promise<void>} stop lets it write its state; resolves when it has ended
 * @property {() => Promise<void>} kill -9
 */

/**
 * Starts a broker and resolves when it answers. It ends with this process, kill -9 included. To start again what was
 * stopped or killed, call this once more with the same folder and port.
 * @param {KafkaOptions} options
 * @returns {Promise<RunningKafka>}
 */
export async function startKafka({
  dataDir,
  port,
  version = process.env.KAFKA_VERSION || DEFAULT_VERSION,
  jars = defaultJarFolder(version),
  settings = {},
  throwaway = false,
  log = () => {},
}) {
  const { possible, text } = kafkaWithoutDocker({ version, jars });
  if (!possible) throw new ServerTrouble('KAFKA_NOT_POSSIBLE', text);
  await fetchJars({ version, jars, log });
  mkdirSync(dataDir, { recursive: true });
  const folder = realpathSync(resolve(dataDir));
  const claimed = claim(folder);
  if ('owner' in claimed) throw alreadyRunning(folder, claimed.owner);
  try {
    await stopLeftOver(folder, log);
    const chosen = port ?? (await freePort());
    if (await answersAt(chosen)) throw portTaken(chosen);
    const broker = { folder, port: chosen, version, jars, throwaway };
    await prepareFolder(broker, settings);
    return handle(await startBroker(broker), broker, () => claimed.release());
  } catch (error) {
    claimed.release();
    throw error;
  }
}

async function prepareFolder({ folder, port, version, jars }, settings) {
  const properties = serverProperties({ folder, port, controllerPort: await freePort(), settings });
  writeFileSync(join(folder, 'server.properties'), properties);
  writeFileSync(join(folder, loggingFile(version)), loggingProperties(version));
  if (existsSync(join(folder, 'log', 'meta.properties'))) return;
  const clusterId = `A${randomBytes(16).toString('base64url').slice(1)}`;
  const tool = ['-Xmx128m', ...java({ folder, version, jars }), 'kafka.tools.StorageTool'];
  const { code, said } = await run('java', [...tool, 'format', '-t', clusterId, '-c', join(folder, 'server.properties')]);
  if (code !== 0) throw didNotStart(said);
}

const loggingFile = (version) => (isKafka4(version) ? 'log4j2.properties' : 'log4j.properties');

const java = ({ folder, version, jars }) => [
  '-XX:+UseSerialGC',
  '-XX:-UsePerfData',
  `-D${isKafka4(version) ? 'log4j2.configurationFile' : 'log4j.configuration'}=file:${join(folder, loggingFile(version))}`,
  '-cp',
  join(jars, '*'),
];

async function startBroker(broker) {
  const { folder, port, throwaway } = broker;
  const logFile = join(folder, 'server.log');
  if (existsSync(logFile)) renameSync(logFile, join(folder, 'server.previous.log'));
  const output = openSync(logFile, 'a', 0o600);
  const parameters = ['-Xms512m', '-Xmx512m', ...java(broker), 'kafka.Kafka', join(folder, 'server.properties')];
  // Its own group: Ctrl+C must reach us first, and we stop the services before their broker.
  const child = spawn('java', parameters, { cwd: folder, detached: true, stdio: ['ignore', output, output] });
  closeSync(output);
  const exited = new Promise((done) => child.once('exit', done).once('error', done));
  if (child.pid !== undefined)
    writeFileSync(join(folder, 'broker.json'), JSON.stringify({ pid: child.pid, birth: birthOf(child.pid) }));
  const dismiss = endWithThisProcess(child.pid ?? 0, { signal: throwaway ? 'KILL' : 'TERM', remove: throwaway ? [folder] : [] });
  void exited.then(dismiss);
  if (await ready(child, exited, port)) return { child, exited };
  const said = readFileSync(logFile, 'utf8');
  throw /Address already in use/.test(said) ? portTaken(port) : didNotStart(said);
}

async function ready(child, exited, port) {
  let ended = false;
  void exited.then(() => (ended = true));
  const until = Date.now() + START_LIMIT_MS;
  while (!ended) {
    if (await answersAt(port)) return true;
    if (Date.now() > until) child.kill('SIGKILL');
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}

/** Asks for the protocol's versions (ApiVersions v0), which a broker answers as soon as it serves anybody. */
function answersAt(port) {
  const request = Buffer.from([0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, 0xff, 0xff]);
  return new Promise((done) => {
    const socket = createConnection({ host: '127.0.0.1', port }, () => socket.write(request));
    const end = (answered) => {
      socket.destroy();
      done(answered);
    };
    socket.setTimeout(1_000, () => end(false));
    socket
      .once('data', () => end(true))
      .once('error', () => end(false))
      .once('close', () => end(false));
  });
}

async function stopLeftOver(folder, log) {
  const file = join(folder, 'broker.json');
  if (!existsSync(file)) return;
  const { pid, birth } = JSON.parse(readFileSync(file, 'utf8'));
  if (birth === null || birthOf(pid) !== birth) return;
  log(`Stopping a Kafka broker (process ${pid}) that an earlier run left behind.`);
  process.kill(pid, 'SIGTERM');
  if (await goneWithin(pid, STOP_LIMIT_MS)) return;
  process.kill(pid, 'SIGKILL');
  await goneWithin(pid, STOP_LIMIT_MS);
}

function handle({ child, exited }, { folder, port, version }, release) {
  const ended = exited.then(() => {
    rmSync(join(folder, 'broker.json'), { force: true });
    release();
  });
  const end = async (signal) => {
    child.kill(signal);
    const slow = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await ended;
    clearTimeout(slow);
  };
  return {
    brokers: [`127.0.0.1:${port}`],
    port,
    pid: child.pid,
    version,
    ended,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

const alreadyRunning = (folder, owner) =>
  new ServerTrouble('ALREADY_RUNNING', {
    en: `Another process (${owner}) is running a broker on ${folder}. Stop it, or give another folder.`,
    zh: `另一个进程（${owner}）正在 ${folder} 上运行 Kafka。请停止它，或另选目录。`,
  });

const portTaken = (port) =>
  new ServerTrouble('PORT_TAKEN', {
    en: `Port ${port} is taken by another program. Give another one, or end that program.`,
    zh: `端口 ${port} 已被其他程序占用。请换一个端口，或结束占用它的程序。`,
  });

const didNotStart = (said) =>
  new ServerTrouble(
    'KAFKA_DID_NOT_START',
    { en: 'Apache Kafka did not start.', zh: 'Apache Kafka 未能启动。' },
    { detail: said.trim().split('\n').slice(-8).join('\n') },
  );

/** `node deploy/kafka/kafka.mjs start --port 9092 --data DIR`: one broker in the foreground, until Ctrl+C. */
async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string', default: '9092' }, data: { type: 'string' }, version: { type: 'string' } },
  });
  if (positionals[0] !== 'start' || values.data === undefined) {
    console.error('node deploy/kafka/kafka.mjs start --data DIR [--port 9092] [--version 3.9.2]');
    process.exit(2);
  }
  const kafka = await startKafka({ dataDir: values.data, port: Number(values.port), version: values.version, log: console.log });
  console.log(`Apache Kafka ${kafka.version} answers at ${kafka.brokers[0]} (process ${kafka.pid}). Ctrl+C stops it.`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void kafka.stop());
  await kafka.ended;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main().catch((error) => {
    console.error(error instanceof ServerTrouble ? error.message : error);
    process.exitCode = 1;
  });
}
