// What `npm start` understands.
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { join, resolve } from 'node:path';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const HELP = `npm start [-- options]

  --kafka        carry events on a real Apache Kafka: KAFKA_BROKERS if set, else Docker, else Java and Maven
  --empty        no demo data: one administrator with a one-time password
  --port N       the address to open in a browser is http://localhost:N (default 8080)
  --data DIR     where the data live (default .accord/demo, or .accord/empty, with -kafka behind it for --kafka)
  --help         this text
`;

/**
 * @typedef {object} StartOptions
 * @property {boolean} kafka
 * @property {boolean} empty
 * @property {number} port
 * @property {string} data absolute
 */

/** @param {string[]} argv @returns {StartOptions | { help: true } | { fault: string }} */
export function readOptions(argv) {
  let values;
  try {
    ({ values } = parseArgs({
      args: argv,
      options: {
        kafka: { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
        port: { type: 'string', default: process.env.PORT ?? '8080' },
        data: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    return { fault: /** @type {Error} */ (error).message };
  }
  if (values.help) return { help: true };
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    return { fault: `--port must be a number from 1 to 65535, not "${values.port}".` };
  const standard = `${values.empty ? 'empty' : 'demo'}${values.kafka ? '-kafka' : ''}`;
  return { kafka: values.kafka, empty: values.empty, port, data: resolve(values.data ?? join(ROOT, '.accord', standard)) };
}
