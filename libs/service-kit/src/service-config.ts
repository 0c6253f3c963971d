import { z } from 'zod';

const Url = z.string().regex(/^postgres(ql)?:\/\//, 'a postgres:// URL');

const Environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(0),
  DATABASE_URL: Url,
  DATABASE_WORKER_URL: Url,
  /** Left out where somebody else runs the migrations. */
  DATABASE_OWNER_URL: Url.optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(10),
  /** How long a start waits for its database before it gives up. */
  DATABASE_WAIT_SECONDS: z.coerce.number().int().min(0).max(600).default(30),
  EVENT_LOG: z.enum(['kafka', 'embedded']).default('kafka'),
  KAFKA_BROKERS: z.string().optional(),
  EMBEDDED_LOG_URL: Url.optional(),
  /** The gateway's public signing key, an Ed25519 JWK as JSON. */
  TOKEN_PUBLIC_KEY: z.string().startsWith('{'),
  /** At least 32 random bytes, base64; seals personal data. */
  FIELD_KEY: z.string().min(43),
  /** Folder with the demo data (`deploy/demo`); left out, a new database stays empty. */
  DEMO_DATA: z.string().optional(),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug']).default('info'),
});

export type ServiceConfig = z.infer<typeof Environment> & { readonly brokers: string[] };

/** Reads a service's settings from its environment; what is missing or wrong is listed by name in one error. */
export function readServiceConfig(environment: NodeJS.ProcessEnv = process.env): ServiceConfig {
  const read = Environment.safeParse(environment);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`).join('\n');
    throw new OperatorError(`The environment is not complete:\n${faults}\nSee deploy/README.md for every setting.`);
  }
  const config = { ...read.data, brokers: (read.data.KAFKA_BROKERS ?? '').split(',').filter((broker) => broker !== '') };
  if (config.EVENT_LOG === 'kafka' && config.brokers.length === 0)
    throw new OperatorError('EVENT_LOG is kafka, so set KAFKA_BROKERS=host:port[,host:port].');
  if (config.EVENT_LOG === 'embedded' && config.EMBEDDED_LOG_URL === undefined)
    throw new OperatorError('EVENT_LOG is embedded, so set EMBEDDED_LOG_URL.');
  return config;
}

/** Something only an operator can mend; its message says how. Shown without a stack trace. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}
