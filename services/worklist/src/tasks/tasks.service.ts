import { Clock } from '@accord/case-model';
import type { Actor } from '@accord/http';
import { Outbox } from '@accord/messaging';
import { Database } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import { Task } from './task.entity';
import { TaskNotFound } from './task.errors';
import { isShownTo } from './task.rules';

@Injectable()
export class TasksService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  get(taskId: string, actor: Actor): Promise<Task> {
    return this.database.within(actor, async (tx) => {
      const task = await tx.findOneBy(Task, { id: taskId });
      if (task === null || !isShownTo(actor, task)) throw new TaskNotFound(taskId);
      return task;
    });
  }

  claim(taskId: string, actor: Actor): Promise<Task> {
    return this.change(taskId, actor, (task) => task.claim(actor, this.clock.now()));
  }

  release(taskId: string, actor: Actor): Promise<Task> {
    return this.change(taskId, actor, (task) => task.release(actor));
  }

  /** Locks the task, lets it decide, and saves it with its announcements: all or nothing. */
  private change(taskId: string, actor: Actor, decide: (task: Task) => void): Promise<Task> {
    return this.database.within(actor, async (tx) => {
      const task = await tx.findOne(Task, { where: { id: taskId }, lock: { mode: 'pessimistic_write' } });
      if (task === null) throw new TaskNotFound(taskId);
      decide(task);
      await this.outbox.save(tx, task);
      return task;
    });
  }
}
