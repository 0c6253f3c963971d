import type { ServiceDefinition } from '@accord/service-kit';
import { CreateTasks1763830000000 } from './database/migrations/1763830000000-create-tasks';
import { Task } from './tasks/task.entity';
import { TaskSubject } from './tasks/task-subject.entity';
import { WorklistModule } from './worklist.module';

export const worklist: ServiceDefinition = {
  name: 'worklist',
  module: WorklistModule,
  entities: [Task, TaskSubject],
  migrations: [CreateTasks1763830000000],
};
