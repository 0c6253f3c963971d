import { z } from 'zod';
import { pageOf, Paging } from './page';
import { AlertLevel, AreaCode, Instant, LocalisedText, Role, StaffRef } from './vocabulary';

export const TaskState = z.enum(['open', 'claimed', 'done', 'cancelled']);
export type TaskState = z.infer<typeof TaskState>;

export const TaskAction = z.enum(['claim', 'release']);
export type TaskAction = z.infer<typeof TaskAction>;

export const TaskView = z.object({
  id: z.uuid(),
  kind: z.string().meta({ description: 'Key of the task type, e.g. `acknowledge-alert`, `ask-both-sides`.' }),
  title: LocalisedText,
  subject: z.object({ kind: z.enum(['alert', 'case']), id: z.uuid(), number: z.string(), label: z.string() }),
  areaCode: AreaCode,
  audience: Role,
  level: AlertLevel.nullable(),
  priority: z.int().meta({ description: '1 most urgent … 4.' }),
  state: TaskState,
  assignee: StaffRef.nullable(),
  raisedAt: Instant,
  dueAt: Instant.nullable(),
  provisional: z.boolean(),
  endedAt: Instant.nullable(),
  allowedActions: z.array(TaskAction),
});
export type TaskView = z.infer<typeof TaskView>;

/** A queue is a saved query; its count equals the length of the list it opens. */
export const TaskQueue = z.enum(['mine', 'unclaimed', 'due_in_3_days', 'overdue', 'ended']);
export type TaskQueue = z.infer<typeof TaskQueue>;

export const TaskQuery = Paging.extend({
  queue: TaskQueue.optional(),
  state: z.union([TaskState, z.array(TaskState)]).optional(),
  subject: z.uuid().optional(),
  kind: z.string().max(60).optional(),
});
export type TaskQuery = z.infer<typeof TaskQuery>;

export const TaskPage = pageOf(TaskView);

export const QueueCounts = z.record(TaskQueue, z.int());
export type QueueCounts = z.infer<typeof QueueCounts>;
