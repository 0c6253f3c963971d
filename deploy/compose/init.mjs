// Runs once before the services: makes keys and passwords, creates the databases, and writes each service's settings.
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSecrets } from '../local/secrets.mjs';

const FOLDER = process.env.SETTINGS_DIR ?? '/run/accord';
const NODE_USER = 1000; // the user `node` of the service images

const { provisionAll, SERVICES } = await import('../local/dist/main.js');
const empty = process.env.ACCORD_EMPTY === 'true';
mkdirSync(FOLDER, { recursive: true });
const { secrets, fresh } = openSecrets(FOLDER, { kind: empty ? 'empty' : 'demo', transport: 'kafka' });
const databases = await provisionAll(process.env.ADMIN_DATABASE_URL, secrets.databasePassword);

const urls = Object.fromEntries(SERVICES.filter((name) => name !== 'gateway').map((name) => [name, `http://${name}:8080`]));
for (const name of SERVICES) {
  const settings = {
    ...databases.services[name],
    EVENT_LOG: 'kafka',
    KAFKA_BROKERS: process.env.KAFKA_BROKERS,
    TOKEN_PUBLIC_KEY: secrets.tokenPublicKey,
    FIELD_KEY: secrets.fieldKey,
    ...(empty ? {} : { DEMO_DATA: '/app/deploy/demo' }),
    ...(name === 'gateway'
      ? {
          TOKEN_PRIVATE_KEY: secrets.tokenPrivateKey,
          SERVICE_URLS: JSON.stringify(urls),
          ...(empty ? { ADMIN_ONE_TIME_PASSWORD: secrets.oneTimePassword } : { DEMO_PASSWORD: 'accord-demo' }),
        }
      : {}),
  };
  const file = join(FOLDER, `${name}.env`);
  writeFileSync(
    file,
    Object.entries(settings)
      .map(([key, value]) => `${key}='${value}'\n`)
      .join(''),
    { mode: 0o600 },
  );
  if (process.getuid?.() === 0) chownSync(file, NODE_USER, NODE_USER);
}
console.log(empty && fresh ? `Sign in as admin with the one-time password ${secrets.oneTimePassword}` : 'Settings are in place.');
