import { z } from 'zod';
import { Instant } from './vocabulary';

/** The first of an aggregate's events that a service could not take, and how many wait behind it. */
export const ParkedEventView = z.object({
  id: z.string(),
  consumer: z.string().meta({ description: 'Who could not take it; `relay` for an event that could not be sent.' }),
  topic: z.string(),
  aggregateId: z.string(),
  version: z.int().nullable(),
  type: z.string().nullable(),
  reason: z.string(),
  error: z.string().nullable(),
  parkedAt: Instant.nullable(),
  followers: z.int(),
});
export type ParkedEventView = z.infer<typeof ParkedEventView>;

export const ParkedQuery = z.strictObject({
  consumer: z.string().max(200).optional(),
  aggregateId: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type ParkedQuery = z.infer<typeof ParkedQuery>;

/** The consumer may be left out where only one parked the aggregate. `overGaps` gives events that never came up for lost. */
export const RequeueRequest = z
  .strictObject({ consumer: z.string().max(200).optional(), overGaps: z.boolean().default(false) })
  .prefault({});
export type RequeueRequest = z.infer<typeof RequeueRequest>;

export const DiscardRequest = z.strictObject({
  consumer: z.string().max(200).optional(),
  reason: z.string().trim().min(1).max(500),
});
export type DiscardRequest = z.infer<typeof DiscardRequest>;

/** How many events took effect, and how many still wait; with none left the aggregate flows again. */
export const Requeued = z.object({ taken: z.int(), left: z.int() });
export type Requeued = z.infer<typeof Requeued>;
