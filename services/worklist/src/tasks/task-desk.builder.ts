import { planTasks } from './plan-tasks';
import type { Task } from './task.entity';
import type { TaskEvent } from './task-events';
import { TaskSubject } from './task-subject.entity';

/** The worklist without its database: hears events through the real table and keeps what they raised. */
export class TaskDesk {
  readonly tasks: Task[] = [];
  private readonly subjects = new Map<string, TaskSubject>();

  hear(...events: TaskEvent[]): this {
    for (const event of events) this.take(event);
    return this;
  }

  /** Kind and state of every task, in the order in which they were raised. */
  get summary(): string[] {
    return this.tasks.map(({ kind, state }) => `${kind} ${state}`);
  }

  get open(): string[] {
    return this.tasks.filter((task) => task.isOpen).map(({ kind }) => kind);
  }

  /** The newest task of a kind. */
  get(kind: string): Task {
    const task = this.tasks.findLast((each) => each.kind === kind);
    if (task === undefined) throw new Error(`No ${kind} was raised, only: ${this.summary.join(', ')}`);
    return task;
  }

  private take(event: TaskEvent): void {
    const subject = this.subjects.get(event.aggregateId) ?? TaskSubject.of(event);
    this.subjects.set(subject.id, subject);
    if (subject.knows(event)) return;
    subject.learn(event);
    const open = this.tasks.filter((task) => task.subjectId === subject.id && task.isOpen);
    for (const changed of planTasks(event, subject, open)) if (!this.tasks.includes(changed)) this.tasks.push(changed);
  }
}
