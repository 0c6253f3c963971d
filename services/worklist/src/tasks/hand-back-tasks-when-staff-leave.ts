import { type EventOf, StaffMemberChanged } from '@accord/contracts';
import { Consumes } from '@accord/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TaskBook } from './task-book';

/** Work must not stay with somebody who has left: it stands in the queue of their role again. */
@Injectable()
export class HandBackTasksWhenStaffLeave {
  constructor(private readonly book: TaskBook) {}

  @Consumes(StaffMemberChanged)
  async handle(
    { payload: { staffId, active }, occurredAt }: EventOf<typeof StaffMemberChanged>,
    tx: EntityManager,
  ): Promise<void> {
    if (active) return;
    const held = (await this.book.unended(tx, { assigneeId: staffId })).filter((task) => !task.isNotice);
    for (const task of held) task.handBack(occurredAt);
    await this.book.save(tx, held);
  }
}
