import { generateKeyPairSync } from 'node:crypto';
import type { SignedIn } from '@accord/contracts';
import { createService, readServiceConfig } from '@accord/service-kit';
import { createTestDatabase } from '@accord/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readGatewayConfig } from './gateway-config';
import { gatewayService } from './gateway-service';

export const ADMIN_PASSWORD = 'first-password-of-admin';

const keys = generateKeyPairSync('ed25519');
export const PUBLIC_KEY = JSON.stringify(keys.publicKey.export({ format: 'jwk' }));
const PRIVATE_KEY = JSON.stringify(keys.privateKey.export({ format: 'jwk' }));

/** A gateway on a real port with a real database, its events on a log in the same server. */
export interface RunningGateway {
  app: NestFastifyApplication;
  url: string;
  adminUrl: string;
  ask(path: string, asking?: Asking): Promise<Response>;
  signIn(username: string, password: string): Promise<SignedIn>;
  close(): Promise<void>;
}

export interface Asking {
  method?: string;
  body?: unknown;
  token?: string;
  headers?: Record<string, string>;
}

export async function aRunningGateway(settings: Record<string, string> = {}): Promise<RunningGateway> {
  const [database, log] = await Promise.all([createTestDatabase('gateway'), createTestDatabase('log')]);
  const environment = {
    ...database,
    LOG_LEVEL: 'error',
    EVENT_LOG: 'embedded',
    EMBEDDED_LOG_URL: log.DATABASE_OWNER_URL,
    TOKEN_PUBLIC_KEY: PUBLIC_KEY,
    TOKEN_PRIVATE_KEY: PRIVATE_KEY,
    FIELD_KEY: Buffer.alloc(32, 1).toString('base64'),
    SERVICE_URLS: '{}',
    ADMIN_ONE_TIME_PASSWORD: ADMIN_PASSWORD,
    ...settings,
  } as unknown as NodeJS.ProcessEnv;
  const app = await createService(gatewayService(readGatewayConfig(environment)), readServiceConfig(environment));
  const url = await app.getUrl();
  const ask = (path: string, asking: Asking = {}): Promise<Response> => send(`${url}${path}`, asking);
  return {
    app,
    url,
    adminUrl: database.adminUrl,
    ask,
    signIn: async (username, password) => {
      const answer = await ask('/api/session', { method: 'POST', body: { username, password } });
      if (!answer.ok) throw new Error(`${username} cannot sign in: ${await answer.text()}`);
      return (await answer.json()) as SignedIn;
    },
    close: async () => {
      await app.close();
      await Promise.all([database.drop(), log.drop()]);
    },
  };
}

function send(url: string, { method = 'GET', body, token, headers = {} }: Asking): Promise<Response> {
  const sent: Record<string, string> = { 'accept-language': 'en', ...headers };
  if (body !== undefined) sent['content-type'] ??= 'application/json';
  if (token !== undefined) sent.authorization = `Bearer ${token}`;
  return fetch(url, { method, headers: sent, body: typeof body === 'string' ? body : JSON.stringify(body), redirect: 'manual' });
}

/** The first administrator after the change of password, as everybody's tests want it. */
export async function anAdministrator(gateway: RunningGateway, password = 'a password of my own'): Promise<SignedIn> {
  const first = await gateway.signIn('admin', ADMIN_PASSWORD);
  const body = { currentPassword: ADMIN_PASSWORD, newPassword: password };
  const answer = await gateway.ask('/api/session/password', { method: 'PUT', token: first.token, body });
  if (answer.status !== 204) throw new Error(await answer.text());
  return { ...first, mustChangePassword: false };
}
