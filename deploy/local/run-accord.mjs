// Brings up database, transport, services and console in order, and takes them down in the reverse.
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { freePort, openPostgres } from './postgres.mjs';
import { openSecrets } from './secrets.mjs';
import { Services } from './services.mjs';
import { DEMO_PASSWORD, serviceSettings } from './settings.mjs';
import { sayReady } from './welcome.mjs';

const say = (line) => console.log(line);

/** Runs until it is told to stop. @param {import('./options.mjs').StartOptions} options */
export async function runAccord(options) {
  const opened = [];
  const closeAll = async () => {
    while (opened.length > 0)
      await opened
        .pop()()
        .catch((error) => console.error(error.message));
  };
  let interrupted = false;
  const stop = async (signal) => {
    if (interrupted) process.exit(130);
    interrupted = true;
    if (signal === 'SIGINT') say('\nStopping … (Ctrl+C again to leave at once)');
    await closeAll();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop('SIGINT'));
  process.on('SIGTERM', () => void stop('SIGTERM'));
  try {
    await bringUp(options, opened);
  } catch (error) {
    if (interrupted) return;
    console.error(`\n${error.message}`);
    await closeAll();
    process.exit(1);
  }
}

async function bringUp(options, opened) {
  const started = Date.now();
  mkdirSync(options.data, { recursive: true });
  await requireFreePort(options.port);
  const { secrets, fresh } = openSecrets(options.data, {
    kind: options.empty ? 'empty' : 'demo',
    transport: options.kafka ? 'kafka' : 'embedded',
  });
  requireSameKind(options, secrets);

  const postgres = await openPostgres({ dataDir: join(options.data, 'postgres'), log: say });
  opened.push(() => postgres.stop());
  const transport = await openTransport(options, opened);
  const { provisionAll, SERVICES } = await import('./dist/main.js');
  const databases = await provisionAll(postgres.url, secrets.databasePassword);

  const services = new Services(join(options.data, 'logs'), say);
  opened.push(() => services.stop());
  const ports = {};
  for (const name of SERVICES) ports[name] = name === 'gateway' ? options.port : await freePort();
  const settings = serviceSettings({ options, secrets, databases, brokers: transport.brokers, ports });
  await Promise.all(SERVICES.map((name) => services.start(name, settings[name])));
  sayReady({
    options,
    secrets,
    fresh,
    brokers: transport.brokers,
    seconds: (Date.now() - started) / 1000,
    demoPassword: DEMO_PASSWORD,
  });
}

async function openTransport(options, opened) {
  if (!options.kafka) return { brokers: null };
  const { openBroker } = await import('./broker.mjs');
  const { brokers, stop } = await openBroker(options.data, say);
  opened.push(stop);
  return { brokers };
}

function requireSameKind(options, secrets) {
  const asked = `${options.empty ? 'empty' : 'demo'} on ${options.kafka ? 'kafka' : 'embedded'}`;
  const found = `${secrets.kind} on ${secrets.transport}`;
  if (asked !== found)
    throw new Error(
      `The data in ${options.data} were made for "${found}", not "${asked}". Choose another folder with --data, or the same options as before.`,
    );
}

/** @param {number} port */
function requireFreePort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) =>
      reject(
        /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken by another program. Choose another: npm start -- --port ${port + 1}`)
          : error,
      ),
    );
    probe.listen(port, process.env.HOST ?? '0.0.0.0', () => probe.close(() => resolve(undefined)));
  });
}
