import { request } from 'node:http';

/**
 * Whether a Docker engine answers, not merely whether its command line is installed.
 * @returns {Promise<boolean>} within a second
 */
export function dockerEngineAnswers() {
  const host = process.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock';
  const { protocol, hostname, port, pathname } = new URL(host);
  const where = protocol === 'unix:' ? { socketPath: pathname } : { host: hostname, port: port || 2375 };
  return new Promise((resolve) => {
    const ping = request({ ...where, path: '/_ping', timeout: 1_000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    ping.once('timeout', () => ping.destroy(new Error('no answer'))).once('error', () => resolve(false));
    ping.end();
  });
}
