import { Consumes, Outbox } from '@accord/messaging';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { planTasks } from './plan-tasks';
import { Task } from './task.entity';
import { type TaskEvent, taskEvents } from './task-events';
import { TaskSubject } from './task-subject.entity';

@Injectable()
export class KeepTasksInStepWithEvents {
  constructor(private readonly outbox: Outbox) {}

  @HearsAll
  async handle(event: TaskEvent, tx: EntityManager): Promise<void> {
    const earlier = await tx.findOne(TaskSubject, { where: { id: event.aggregateId }, lock: { mode: 'pessimistic_write' } });
    const subject = earlier ?? TaskSubject.of(event);
    if (subject.knows(event)) return;

    const open = earlier === null ? [] : await this.openTasks(tx, subject.id);
    subject.learn(event);
    await tx.upsert(TaskSubject, subject, ['id']);
    await this.store(tx, planTasks(event, subject, open));
  }

  /** Locked, because a person may be claiming one at this moment. */
  private openTasks(tx: EntityManager, subjectId: string): Promise<Task[]> {
    return tx.find(Task, {
      where: { subjectId, state: In(['open', 'claimed']) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** One statement, ended tasks first: only one of a kind may be open, and rows are written in their order. */
  private async store(tx: EntityManager, tasks: readonly Task[]): Promise<void> {
    if (tasks.length === 0) return;
    const inOrder = [...tasks].sort((one, other) => Number(one.isOpen) - Number(other.isOpen));
    await tx.upsert(Task, inOrder, ['id']);
    for (const task of inOrder) await this.outbox.announce(tx, task);
  }
}

function HearsAll(
  prototype: object,
  method: string,
  descriptor: TypedPropertyDescriptor<(event: TaskEvent, tx: EntityManager) => Promise<void>>,
): void {
  for (const definition of taskEvents) Consumes(definition)(prototype, method, descriptor as never);
}
