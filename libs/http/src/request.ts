import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
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

/** The `Idempotency-Key` header, or null. At most 200 characters count. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string | null => {
  const key = context.switchToHttp().getRequest<AccordRequest>().headers['idempotency-key'];
  return typeof key === 'string' && key.length > 0 ? key.slice(0, 200) : null;
});
