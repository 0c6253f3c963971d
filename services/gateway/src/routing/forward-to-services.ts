import httpProxy from '@fastify/http-proxy';
import { ProblemFilter } from '@accord/http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { GatewayRequest } from '../session/current-session';
import { SessionGate } from '../session/session-gate';
import { ServiceAway, ServiceTimedOut } from './routing.errors';
import { forwardedHeaders, leavesPrefix, pauseBeforeRepeat } from './routing.rules';

/** How long a service may take to begin its answer, and between two parts of it. */
const TIMEOUT_MS = 30_000;
const CONNECT_TIMEOUT_MS = 2_000;

/** As much as a service reads. Bodies are held in memory, so that one that never arrived can be sent again. */
const BODY_LIMIT_BYTES = 2 * 1024 * 1024;

/** Passes `/api/<service>/…` on to the service, with our token instead of what the client sent. */
export async function forwardToServices(app: NestFastifyApplication, services: Readonly<Record<string, string>>): Promise<void> {
  const gate = app.get(SessionGate);
  const door = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  for (const [service, url] of Object.entries(services)) await door.register((scope) => forwardTo(scope, gate, service, url));
}

async function forwardTo(scope: FastifyInstance, gate: SessionGate, service: string, upstream: string): Promise<void> {
  const prefix = `/api/${service}`;
  const problems = new ProblemFilter();
  scope.setErrorHandler((error, request, reply) => problems.answer(error, request, reply));
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT_BYTES }, (_request, body, done) => done(null, body));
  scope.addHook('onRequest', async (request, reply) => {
    gate.requireSignedIn(request as GatewayRequest);
    if (leavesPrefix(request.url, prefix)) reply.callNotFound();
  });
  await scope.register(httpProxy, {
    upstream,
    prefix,
    rewritePrefix: prefix,
    proxyPayloads: false,
    disableRequestLogging: true,
    httpMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    undici: {
      connections: 64,
      pipelining: 1,
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: TIMEOUT_MS,
      connect: { timeout: CONNECT_TIMEOUT_MS },
    },
    handler: (request, reply, dest, options) => {
      const contentType = request.headers['content-type'];
      return reply.from(dest, request.body === undefined ? options : { ...options, body: request.body, contentType });
    },
    replyOptions: {
      rewriteRequestHeaders: (_request, headers) => forwardedHeaders(headers),
      retryDelay: ({ err, req, attempt }) =>
        pauseBeforeRepeat(err, { method: req.method, idempotencyKey: req.headers['idempotency-key'] }, attempt),
      onError: (reply, { error }) => void reply.send(refusalFor(service, error)),
    },
  });
}

function refusalFor(service: string, error: Error): Error {
  return (error as { statusCode?: number }).statusCode === 504 ? new ServiceTimedOut(service) : new ServiceAway(service);
}
