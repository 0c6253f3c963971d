import type { z } from 'zod';

/** The declaration of one event: what it is called, whose life it belongs to, and what it carries. */
export interface EventDefinition<Type extends string = string, Payload = unknown> {
  /** `service.what-happened`, past tense; stable for ever. */
  readonly type: Type;
  readonly version: number;
  /** The kind of aggregate it happened to; with the service it names the topic. */
  readonly aggregate: string;
  readonly topic: string;
  /** The payload field that holds the aggregate's id: the topic's key, and the order that is kept. */
  readonly keyedBy: string;
  readonly payload: z.ZodType<Payload>;
  /** What it means to a listener. */
  readonly meaning: string;
  parse(payload: unknown): Payload;
}

/** One event as a handler receives it. Times are instants; the payload has been checked against its contract. */
export interface EventOf<Definition extends EventDefinition> {
  readonly id: string;
  readonly type: Definition['type'];
  readonly aggregateId: string;
  /** Counts 1, 2, 3 … without a gap over everything that the aggregate announced. */
  readonly aggregateVersion: number;
  readonly occurredAt: Date;
  readonly traceparent: string;
  readonly payload: ReturnType<Definition['parse']>;
}

export function defineEvent<const Type extends `${string}.${string}`, Payload extends Record<string, unknown>>(declaration: {
  type: Type;
  version: number;
  aggregate: string;
  keyedBy: keyof Payload & string;
  meaning: string;
  payload: z.ZodType<Payload>;
}): EventDefinition<Type, Payload> {
  const service = declaration.type.slice(0, declaration.type.indexOf('.'));
  return {
    ...declaration,
    topic: `accord.${service}.${declaration.aggregate}`,
    parse: (payload) => declaration.payload.parse(payload),
  };
}
