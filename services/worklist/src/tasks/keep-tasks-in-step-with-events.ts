import { Consumes } from '@accord/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { planTasks } from './plan-tasks';
import { TaskBook } from './task-book';
import { type TaskEvent, taskEvents } from './task-events';
import { TaskSubject } from './task-subject.entity';

@Injectable()
export class KeepTasksInStepWithEvents {
  constructor(private readonly book: TaskBook) {}

  @HearsAll
  async handle(event: TaskEvent, tx: EntityManager): Promise<void> {
    const earlier = await tx.findOne(TaskSubject, { where: { id: event.aggregateId }, lock: { mode: 'pessimistic_write' } });
    const subject = earlier ?? TaskSubject.of(event);
    if (subject.knows(event)) return;

    const open = earlier === null ? [] : await this.book.unended(tx, { subjectId: subject.id });
    subject.learn(event);
    await tx.upsert(TaskSubject, subject, ['id']);
    await this.book.save(tx, planTasks(event, subject, open));
  }
}

function HearsAll(
  prototype: object,
  method: string,
  descriptor: TypedPropertyDescriptor<KeepTasksInStepWithEvents['handle']>,
): void {
  for (const definition of taskEvents) Consumes(definition)(prototype, method, descriptor as never);
}
