// What Apache Kafka needs on a machine without Docker: Java, and its jars, which Maven fetches once.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ServerTrouble } from '../local/trouble.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));

/** The last that speaks every protocol version of the years before 4.0; the other supported line is 4.x. */
export const DEFAULT_VERSION = '3.9.2';

/** Kafka 4 needs 17 for the broker (KIP-1013); one requirement for both lines. */
const OLDEST_JAVA = 17;

/** @param {string} version @returns {string} */
export const defaultJarFolder = (version) => join(HERE, '..', '..', '.accord', 'kafka', version);

/**
 * Whether a broker can be started here without Docker, and if not, what is missing.
 * @param {{ version?: string, jars?: string }} [which]
 * @returns {{ possible: boolean, why: string, text: { zh: string, en: string } }} `why` is `text.en`; empty when possible
 */
export function kafkaWithoutDocker({ version = DEFAULT_VERSION, jars = defaultJarFolder(version) } = {}) {
  const java = javaVersion();
  if (java === null) {
    return missing(
      `Java ${OLDEST_JAVA} or newer is not installed (no "java" on the PATH).`,
      `未安装 Java ${OLDEST_JAVA} 或更高版本（PATH 中没有 java）。`,
    );
  }
  if (java < OLDEST_JAVA)
    return missing(
      `Java ${OLDEST_JAVA} or newer is needed; this is ${java}.`,
      `需要 Java ${OLDEST_JAVA} 或更高版本，当前为 ${java}。`,
    );
  if (!existsSync(jars) && !answers('mvn', ['-v'])) {
    return missing(
      'Maven is not installed (no "mvn" on the PATH), and the jars are not there yet.',
      '未安装 Maven（PATH 中没有 mvn），且尚未取得 Kafka 的 jar 文件。',
    );
  }
  return { possible: true, why: '', text: { zh: '', en: '' } };
}

const missing = (en, zh) => ({ possible: false, why: en, text: { zh, en } });

/**
 * Fetches the jars unless they are there. Whole or not at all: a broken download leaves nothing behind.
 * @param {{ version: string, jars: string, log: (line: string) => void }} what
 */
export async function fetchJars({ version, jars, log }) {
  if (existsSync(jars)) return;
  log(`Fetching Apache Kafka ${version} with Maven into ${jars} (once, about 45 MB).`);
  const fresh = `${jars}.${process.pid}`;
  mkdirSync(dirname(jars), { recursive: true });
  const parameters = ['-q', '-B', '-f', join(HERE, 'pom.xml'), 'dependency:copy-dependencies', '-DincludeScope=runtime'];
  const { code, said } = await run('mvn', [...parameters, `-DoutputDirectory=${fresh}`, ...versionProperties(version)]);
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new ServerTrouble(
      'KAFKA_NOT_FETCHED',
      { en: `Maven could not fetch Apache Kafka ${version}.`, zh: `Maven 未能下载 Apache Kafka ${version}。` },
      { detail: said.trim().split('\n').slice(-8).join('\n') },
    );
  }
  if (existsSync(jars)) rmSync(fresh, { recursive: true, force: true });
  else renameSync(fresh, jars);
}

function versionProperties(version) {
  const log4j2 = ['-Dlogging.group=org.apache.logging.log4j', '-Dlogging.artifact=log4j-slf4j-impl', '-Dlogging.version=2.25.2'];
  return [`-Dkafka.version=${version}`, ...(isKafka4(version) ? log4j2 : [])];
}

/** @param {string} version */
export const isKafka4 = (version) => Number(version.split('.')[0]) >= 4;

/**
 * Runs a program to its end and keeps what it wrote.
 * @param {string} command
 * @param {string[]} parameters
 * @returns {Promise<{ code: number | null, said: string }>}
 */
export function run(command, parameters) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.once('error', reject).once('close', (code) => resolve({ code, said }));
  });
}

function javaVersion() {
  try {
    const said = execFileSync('java', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    return Number(/(\d+)/.exec(said)?.[1]);
  } catch (error) {
    return error.code === 'ENOENT' ? null : 8;
  }
}

function answers(command, parameters) {
  try {
    execFileSync(command, parameters, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
