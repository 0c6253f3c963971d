import { SettableClock } from '@accord/case-model';
import type { EventOf, Grant, StaffMemberChanged } from '@accord/contracts';
import { Actor } from '@accord/http';
import { EventCatalog, messagingMigrations, Outbox } from '@accord/messaging';
import { Database, migrate } from '@accord/postgres';
import { createTestDatabase } from '@accord/testing';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { worklist } from '../worklist.service-definition';
import { HandBackTasksWhenStaffLeave } from './hand-back-tasks-when-staff-leave';
import { KeepTasksInStepWithEvents } from './keep-tasks-in-step-with-events';
import { TaskBook } from './task-book';
import type { TaskEvent } from './task-events';
import { TaskQueues } from './task-queues';
import { TasksService } from './tasks.service';

/** The worklist on a real database of its own, without HTTP and without a log. Close it at the end. */
export class WorklistOnPostgres {
  readonly clock = new SettableClock(new Date('2026-03-02T02:00:00Z'));
  readonly database: Database;
  readonly queues: TaskQueues;
  readonly tasks: TasksService;
  private readonly handler: KeepTasksInStepWithEvents;
  private readonly leaving: HandBackTasksWhenStaffLeave;

  private constructor(
    readonly app: DataSource,
    readonly worker: DataSource,
    private readonly drop: () => Promise<void>,
  ) {
    const outbox = new Outbox(new EventCatalog(), { ringAfterCommit: () => {} } as never); // nobody listens for the bell here
    this.database = new Database(app, worker);
    this.queues = new TaskQueues(this.database, this.clock);
    this.tasks = new TasksService(this.database, outbox, this.clock);
    const book = new TaskBook(outbox);
    this.handler = new KeepTasksInStepWithEvents(book);
    this.leaving = new HandBackTasksWhenStaffLeave(book);
  }

  static async open(): Promise<WorklistOnPostgres> {
    const database = await createTestDatabase('worklist');
    await migrate(database.DATABASE_OWNER_URL, [...messagingMigrations, ...worklist.migrations]);
    const connect = (url: string) => new DataSource({ type: 'postgres', url, entities: worklist.entities }).initialize();
    return new WorklistOnPostgres(
      await connect(database.DATABASE_URL),
      await connect(database.DATABASE_WORKER_URL),
      database.drop,
    );
  }

  hear(...events: TaskEvent[]): Promise<void> {
    return this.database.asService(async (tx) => {
      for (const event of events) await this.handler.handle(event, tx);
    });
  }

  hearOfStaff(event: EventOf<typeof StaffMemberChanged>): Promise<void> {
    return this.database.asService((tx) => this.leaving.handle(event, tx));
  }

  async close(): Promise<void> {
    await this.app.destroy();
    await this.worker.destroy();
    await this.drop();
  }
}

/** A person with these grants, as the access guard admits them to the worklist. */
export function aPerson(...grants: Partial<Grant>[]): Actor {
  const held = grants.map((grant) => ({ role: 'duty_officer' as const, areaCode: '320505', bodyId: null, ...grant }));
  return new Actor(v7(), '李华', held).under('task.read');
}
