import { AlertGraded } from '@accord/contracts';
import { Task } from './task.entity';
import type { TaskEvent } from './task-events';
import type { TaskCall, TaskEnding, TaskKind, TaskTrigger } from './task-kind';
import { getTaskKind, taskKinds } from './task-kinds.data';
import type { TaskSubject } from './task-subject.entity';

/** Applies the table to one event of a subject that has learnt from it: ends, moves and raises tasks. Returns those that changed. */
export function planTasks(event: TaskEvent, subject: TaskSubject, open: readonly Task[]): Task[] {
  const changed = new Set<Task>();
  for (const task of open) {
    if (endsWith(event, task) || regrades(event, subject, task)) changed.add(task);
  }
  for (const kind of taskKinds) {
    const current = open.find((task) => task.kind === kind.key && task.isOpen);
    const task = current === undefined ? raised(kind, event, subject) : adjusted(kind, event, subject, current);
    if (task !== null) changed.add(task);
  }
  return [...changed];
}

function endsWith(event: TaskEvent, task: Task): boolean {
  const { completedBy, cancelledBy } = getTaskKind(task.kind);
  if (isAmongThese(completedBy, event)) task.complete(event);
  else if (isAmongThese(cancelledBy, event)) task.cancel(event);
  return !task.isOpen;
}

function isAmongThese(endings: readonly TaskEnding[], event: TaskEvent): boolean {
  return endings.some(({ type, applies }) => type === event.type && (applies === undefined || applies(event)));
}

function regrades(event: TaskEvent, { level, climbed }: TaskSubject, task: Task): boolean {
  if (event.type !== AlertGraded.type) return false;
  task.regrade(level, climbed);
  return true;
}

function raised(kind: TaskKind, event: TaskEvent, subject: TaskSubject): Task | null {
  const call = callOf(kind.raisedBy, event, subject);
  return call === null ? null : Task.raise(kind, subject, call, event);
}

/** The open task when the event moves or redates it, else null. */
function adjusted(kind: TaskKind, event: TaskEvent, subject: TaskSubject, task: Task): Task | null {
  const moving = callOf(kind.movedBy, event, subject);
  if (moving !== null) task.move(moving, event);
  const redating = callOf(kind.redatedBy, event, subject);
  if (redating !== null) task.redate(redating.due);
  return moving === null && redating === null ? null : task;
}

function callOf(triggers: readonly TaskTrigger[] | undefined, event: TaskEvent, subject: TaskSubject): TaskCall | null {
  return triggers?.find(({ type }) => type === event.type)?.callFor(event, subject) ?? null;
}
