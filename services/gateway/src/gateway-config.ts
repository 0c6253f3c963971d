import { AreaCode } from '@accord/contracts';
import { OperatorError } from '@accord/service-kit';
import { z } from 'zod';
import { DIVISIONS_FILE } from './divisions-file';

const ServiceUrls = z.record(z.string().regex(/^[a-z][a-z-]*$/, 'a service name'), z.url({ protocol: /^https?$/ }));

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.issues.push({ code: 'custom', message: 'not JSON', input: text });
    return z.NEVER;
  }
});

const Environment = z.object({
  /** Signs access tokens: an Ed25519 JWK as JSON. Its public half is every service's TOKEN_PUBLIC_KEY. */
  TOKEN_PRIVATE_KEY: z.string().startsWith('{'),
  /** Where each service answers, as JSON: `{"disputes":"http://disputes:3000"}`. */
  SERVICE_URLS: json.pipe(ServiceUrls),
  /** The built console; left out, the door shows how to build it. */
  CONSOLE_DIR: z.string().optional(),
  /** Set true wherever people come over https. */
  COOKIE_SECURE: z.stringbool().default(false),
  /** Addresses of proxies in front whose X-Forwarded-For is believed, comma-separated; none unless set. */
  TRUSTED_PROXIES: z.string().min(1).optional(),
  DIVISIONS_FILE: z.string().default(DIVISIONS_FILE),
  /** Password of every demo account. */
  DEMO_PASSWORD: z.string().min(1).optional(),
  /** Creates `admin` with this password in an empty database; it must be changed at the first sign-in. */
  ADMIN_ONE_TIME_PASSWORD: z.string().min(8).optional(),
  /** The area of the whole federation, which the first administrator is granted. */
  FEDERATION_AREA: AreaCode.default('3205'),
});

export type GatewayConfig = z.infer<typeof Environment>;

/** Injects the {@link GatewayConfig}. */
export const GATEWAY_CONFIG = Symbol('GATEWAY_CONFIG');

/** Reads the gateway's own settings; what is missing or wrong is listed by name in one error, never with its value. */
export function readGatewayConfig(environment: NodeJS.ProcessEnv = process.env): GatewayConfig {
  const read = Environment.safeParse(environment);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`).join('\n');
  throw new OperatorError(`The gateway's environment is not complete:\n${faults}\nSee deploy/README.md for every setting.`);
}
