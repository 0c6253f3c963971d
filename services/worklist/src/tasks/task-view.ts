import type { LocalisedText, TaskView } from '@accord/contracts';
import { type Actor, currentLanguage } from '@accord/http';
import type { Task } from './task.entity';
import { getTaskKind } from './task-kinds.data';

/** Stands for a colleague whom an event named by id alone. */
const A_COLLEAGUE: LocalisedText = { zh: '已指派人员', en: 'a colleague' };

export function viewFor(actor: Actor, task: Task): TaskView {
  return {
    id: task.id,
    kind: task.kind,
    title: getTaskKind(task.kind).title,
    subject: { kind: task.subjectKind, id: task.subjectId, number: task.subjectNumber, label: task.subjectLabel },
    areaCode: task.areaCode,
    audience: task.audience,
    level: task.level,
    priority: task.priority,
    state: task.state,
    assignee: assigneeOf(task, actor),
    raisedAt: task.raisedAt.toISOString(),
    dueAt: task.dueAt?.toISOString() ?? null,
    provisional: task.provisional,
    endedAt: task.endedAt?.toISOString() ?? null,
    allowedActions: task.allowedActions(actor).filter(() => actor.may('task.claim', task.areaCode)),
  };
}

function assigneeOf({ assigneeId, assigneeName }: Task, actor: Actor): TaskView['assignee'] {
  if (assigneeId === null) return null;
  if (assigneeId === actor.id) return { id: actor.id, name: actor.name };
  return { id: assigneeId, name: assigneeName ?? A_COLLEAGUE[currentLanguage()] };
}
