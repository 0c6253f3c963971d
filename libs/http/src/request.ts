import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor';

/** The languages that Accord answers in. */
export type Language = 'zh' | 'en';

export interface AccordRequest extends FastifyRequest {
  /** Set by the access guard on every route that is not public. */
  actor?: Actor;
}

/** Chinese unless English is asked for first. */
export function languageOf(request: { headers: Record<string, unknown> }): Language {
  const asked = String(request.headers['accept-language'] ?? '')
    .trim()
    .toLowerCase();
  return asked.startsWith('en') ? 'en' : 'zh';
}

/** The signed-in person; on a public route there is none and the route must not ask. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<AccordRequest>();
  if (actor === undefined) throw new Error('A public route asked for the current user.');
  return actor;
});

const KEY_MEANING =
  'Drawn by the client for each new act; a repeat with the same key creates nothing more and answers with the first.';

const FromHeader = createParamDecorator((_: unknown, context: ExecutionContext): string | null => {
  const key = context.switchToHttp().getRequest<AccordRequest>().headers['idempotency-key'];
  return typeof key === 'string' && key.length > 0 ? key.slice(0, 200) : null;
});

/** The `Idempotency-Key` header, or null; at most 200 characters count. The route's documentation names it. */
export const IdempotencyKey = (): ParameterDecorator => (controller, route, index) => {
  FromHeader()(controller, route, index);
  const method = route === undefined ? undefined : Object.getOwnPropertyDescriptor(controller, route);
  if (route === undefined || method === undefined) throw new Error('An Idempotency-Key belongs to a method of a controller.');
  ApiHeader({ name: 'Idempotency-Key', required: false, description: KEY_MEANING })(controller, route, method);
};
