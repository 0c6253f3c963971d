import { Outbox } from '@accord/messaging';
import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';
import { Task } from './task.entity';

/** Where events find the tasks that they change, and leave them with what they announce. */
@Injectable()
export class TaskBook {
  constructor(private readonly outbox: Outbox) {}

  /** Locked, because a person may be claiming one at this moment. */
  unended(tx: EntityManager, where: FindOptionsWhere<Task>): Promise<Task[]> {
    return tx.find(Task, {
      where: { ...where, state: In(['open', 'claimed']) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** One statement, ended tasks first: only one of a kind may be open, and rows are written in their order. */
  async save(tx: EntityManager, tasks: readonly Task[]): Promise<void> {
    if (tasks.length === 0) return;
    const inOrder = [...tasks].sort((one, other) => Number(one.isOpen) - Number(other.isOpen));
    await tx.upsert(Task, inOrder, ['id']);
    for (const task of inOrder) await this.outbox.announce(tx, task);
  }
}
