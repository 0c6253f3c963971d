// What the slower layers of the tests need; installed where we may, named where we may not.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { kafkaWithoutDocker } from '../../deploy/kafka/kafka.mjs';
import { dockerEngineAnswers } from '../../deploy/local/docker-engine.mjs';

const CHROMIUM_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where a Chromium is, or null. CHROMIUM_PATH names another place. */
export function findChromium() {
  return [process.env.CHROMIUM_PATH, ...CHROMIUM_PLACES].find((path) => path && existsSync(path)) ?? null;
}

/** @returns {{ possible: boolean, why: string }} */
export function prepareBrowser() {
  if (findChromium() === null || !hasChineseFont()) installWithSystemPackages();
  if (findChromium() === null) return { possible: false, why: 'no Chromium; install it, or set CHROMIUM_PATH' };
  if (!hasChineseFont()) return { possible: false, why: 'no Chinese font; install fonts-noto-cjk' };
  return { possible: true, why: '' };
}

/** @returns {Promise<{ possible: boolean, why: string }>} */
export async function kafkaForTests() {
  if (process.env.KAFKA_BROKERS || (await dockerEngineAnswers())) return { possible: true, why: '' };
  const { possible, why } = kafkaWithoutDocker();
  return { possible, why: possible ? '' : `no broker: KAFKA_BROKERS is not set, Docker does not answer, and ${why}` };
}

function hasChineseFont() {
  const fonts = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return fonts.status !== 0 ? process.platform !== 'linux' : fonts.stdout.trim() !== '';
}

function installWithSystemPackages() {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return;
  console.log('Installing Chromium and a Chinese font with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  spawnSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk', 'fontconfig'], { stdio: 'ignore', env });
}
