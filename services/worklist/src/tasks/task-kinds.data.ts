import { alertTasks } from './alert-tasks.data';
import { caseTasks } from './case-tasks.data';
import type { TaskKind } from './task-kind';

/** The whole table from events to tasks. */
export const taskKinds: readonly TaskKind[] = [...alertTasks, ...caseTasks];

const byKey = new Map(taskKinds.map((kind) => [kind.key, kind]));

export function getTaskKind(key: string): TaskKind {
  const kind = byKey.get(key);
  if (kind === undefined) throw new Error(`No task kind ${key}; a kind that tasks exist of stays in the table.`);
  return kind;
}
