import type { AlertLevel, Grant, Role } from '@accord/contracts';

/** Whoever might take a task on: a person with the grants of their token. */
export interface TaskTaker {
  readonly id: string;
  readonly name: string;
  readonly grants: readonly Grant[];
}

export interface TaskAudience {
  readonly audience: Role;
  readonly areaCode: string;
  readonly bodyId: string | null;
}

/** Among those a task is for: holds its role, for an area that contains the task's, and not for another mediation body. */
export function isAmong({ grants }: Pick<TaskTaker, 'grants'>, { audience, areaCode, bodyId }: TaskAudience): boolean {
  return grants.some(
    (grant) =>
      grant.role === audience &&
      areaCode.startsWith(grant.areaCode) &&
      (grant.bodyId === null || bodyId === null || grant.bodyId === bodyId),
  );
}

/** A mediator's work is confidential to the mediator: peers in the role do not see it once it has been given to one. */
export const SEEN_BY_ASSIGNEE_ALONE: ReadonlySet<Role> = new Set(['mediator']);

/** Whether a task stands in this person's worklist at all. */
export function isShownTo(taker: Pick<TaskTaker, 'id' | 'grants'>, task: TaskAudience & { assigneeId: string | null }): boolean {
  if (task.assigneeId === taker.id) return true;
  if (task.assigneeId !== null && SEEN_BY_ASSIGNEE_ALONE.has(task.audience)) return false;
  return isAmong(taker, task);
}

const BASE = { red: 1, orange: 2, yellow: 3, blue: 4 } satisfies Record<AlertLevel, number>;

/** 1 most urgent … 4. A level gives it; every rung that an alert climbed unanswered raises it by one. */
export function priorityOf(level: AlertLevel | null, climbed: number): number {
  return Math.max(1, (level === null ? 3 : BASE[level]) - climbed);
}
