// The environment of each service on one machine.
import { join } from 'node:path';
import { ROOT } from './options.mjs';

export const DEMO_PASSWORD = 'accord-demo';

/**
 * @param {object} system
 * @param {Pick<import('./options.mjs').StartOptions, 'empty'>} system.options
 * @param {import('./secrets.mjs').Secrets} system.secrets
 * @param {{ services: Record<string, Record<string, string>>, embeddedLogUrl: string }} system.databases
 * @param {string | null} system.brokers null for the embedded transport
 * @param {Record<string, number>} system.ports of every service
 * @returns {Record<string, Record<string, string>>} environment by service
 */
export function serviceSettings({ options, secrets, databases, brokers, ports }) {
  const common = {
    HOST: '127.0.0.1',
    ...(brokers === null
      ? { EVENT_LOG: 'embedded', EMBEDDED_LOG_URL: databases.embeddedLogUrl }
      : { EVENT_LOG: 'kafka', KAFKA_BROKERS: brokers }),
    TOKEN_PUBLIC_KEY: secrets.tokenPublicKey,
    FIELD_KEY: secrets.fieldKey,
    ...(options.empty ? {} : { DEMO_DATA: join(ROOT, 'deploy', 'demo') }),
  };
  return Object.fromEntries(
    Object.keys(ports).map((name) => [
      name,
      {
        ...common,
        ...databases.services[name],
        PORT: String(ports[name]),
        ...(name === 'gateway' ? gatewaySettings({ options, secrets, ports }) : {}),
      },
    ]),
  );
}

function gatewaySettings({ options, secrets, ports }) {
  const behind = Object.entries(ports).filter(([name]) => name !== 'gateway');
  return {
    HOST: process.env.HOST ?? '0.0.0.0',
    TOKEN_PRIVATE_KEY: secrets.tokenPrivateKey,
    SERVICE_URLS: JSON.stringify(Object.fromEntries(behind.map(([name, port]) => [name, `http://127.0.0.1:${port}`]))),
    CONSOLE_DIR: join(ROOT, 'services', 'console', 'dist'),
    DIVISIONS_FILE: join(ROOT, 'services', 'gateway', 'data', 'divisions.csv'),
    ...(options.empty ? { ADMIN_ONE_TIME_PASSWORD: secrets.oneTimePassword } : { DEMO_PASSWORD }),
  };
}
