import { Module } from '@nestjs/common';
import { HandBackTasksWhenStaffLeave } from './tasks/hand-back-tasks-when-staff-leave';
import { KeepTasksInStepWithEvents } from './tasks/keep-tasks-in-step-with-events';
import { TaskBook } from './tasks/task-book';
import { TaskQueues } from './tasks/task-queues';
import { TasksController } from './tasks/tasks.controller';
import { TasksService } from './tasks/tasks.service';

@Module({
  controllers: [TasksController],
  providers: [TasksService, TaskQueues, TaskBook, KeepTasksInStepWithEvents, HandBackTasksWhenStaffLeave],
})
export class WorklistModule {}
