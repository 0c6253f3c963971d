import { z } from 'zod';
import { defineEvent } from './define-event';
import { AreaCode, Role } from './vocabulary';

const aboutTask = { taskId: z.uuid(), areaCode: AreaCode, audience: Role };

export const TaskRaised = defineEvent({
  type: 'worklist.task-raised',
  version: 1,
  aggregate: 'task',
  keyedBy: 'taskId',
  meaning: 'Something must be done next by somebody in this role and area.',
  payload: z.object({
    ...aboutTask,
    kind: z.string(),
    subject: z.object({ kind: z.enum(['alert', 'case']), id: z.uuid() }),
    assigneeId: z.uuid().nullable(),
  }),
});

export const TaskClaimed = defineEvent({
  type: 'worklist.task-claimed',
  version: 1,
  aggregate: 'task',
  keyedBy: 'taskId',
  meaning: 'A person took the task on themselves.',
  payload: z.object({ ...aboutTask, assigneeId: z.uuid() }),
});

export const TaskReassigned = defineEvent({
  type: 'worklist.task-reassigned',
  version: 1,
  aggregate: 'task',
  keyedBy: 'taskId',
  meaning: 'The task moved to another person, or back to everybody in the role (null).',
  payload: z.object({ ...aboutTask, assigneeId: z.uuid().nullable(), formerAssigneeId: z.uuid().nullable() }),
});

export const TaskDone = defineEvent({
  type: 'worklist.task-done',
  version: 1,
  aggregate: 'task',
  keyedBy: 'taskId',
  meaning: 'The act that the task asked for has happened; nobody ticked a box.',
  payload: z.object({ ...aboutTask, doneBecauseOf: z.string() }),
});

export const TaskCancelled = defineEvent({
  type: 'worklist.task-cancelled',
  version: 1,
  aggregate: 'task',
  keyedBy: 'taskId',
  meaning: 'The task no longer makes sense because of what happened to its subject.',
  payload: z.object({ ...aboutTask, cancelledBecauseOf: z.string() }),
});
