import { Module } from '@nestjs/common';
import { KeepTasksInStepWithEvents } from './tasks/keep-tasks-in-step-with-events';
import { TaskQueues } from './tasks/task-queues';
import { TasksController } from './tasks/tasks.controller';
import { TasksService } from './tasks/tasks.service';

@Module({
  controllers: [TasksController],
  providers: [TasksService, TaskQueues, KeepTasksInStepWithEvents],
})
export class WorklistModule {}
