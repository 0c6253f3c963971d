import type { EntityManager } from 'typeorm';

/** A limit that has run out, as its handler receives it. */
export interface Deadline<Payload = Record<string, unknown>> {
  readonly id: string;
  readonly aggregateId: string;
  readonly kind: string;
  readonly dueAt: Date;
  readonly payload: Payload;
  /** Attempts that failed before this one. */
  readonly attempts: number;
}

/**
 * Works inside `tx`: what it writes commits together with the deadline being done. It loads and locks the aggregate
 * before it decides, and does nothing where the aggregate has moved on; it may set the next deadline of the same kind.
 */
export type DeadlineHandler<Payload = Record<string, unknown>> = (
  deadline: Deadline<Payload>,
  tx: EntityManager,
) => Promise<void>;

const declared = new WeakMap<object, string>();

/** Marks a provider's method as what is done when a deadline of `kind` passes: once each, in the service's own right. */
export function OnDeadline(kind: string) {
  return <Payload>(
    _prototype: object,
    _method: string | symbol,
    descriptor: TypedPropertyDescriptor<DeadlineHandler<Payload>>,
  ): void => {
    declared.set(descriptor.value as object, kind);
  };
}

/** The kind a method was declared for; undefined for any other method. */
export function deadlineKindOf(method: unknown): string | undefined {
  return typeof method === 'function' ? declared.get(method) : undefined;
}
