import { type Page, QueueCounts, TaskPage, TaskQuery, TaskView } from '@accord/contracts';
import { Actor, Allow, Answers, CurrentUser, IdParam } from '@accord/http';
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { TaskQueues } from './task-queues';
import { viewFor } from './task-view';
import { TasksService } from './tasks.service';

@Controller('tasks')
export class TasksController {
  constructor(
    private readonly tasks: TasksService,
    private readonly queues: TaskQueues,
  ) {}

  @Get()
  @Allow('task.read')
  @Answers(TaskPage)
  async list(@Query({ schema: TaskQuery }) query: TaskQuery, @CurrentUser() actor: Actor): Promise<Page<TaskView>> {
    const { items, ...page } = await this.queues.list(query, actor);
    return { ...page, items: items.map((task) => viewFor(actor, task)) };
  }

  @Get('counts')
  @Allow('task.read')
  @Answers(QueueCounts)
  counts(@CurrentUser() actor: Actor): Promise<QueueCounts> {
    return this.queues.counts(actor);
  }

  @Get(':id')
  @Allow('task.read')
  @Answers(TaskView)
  async get(@IdParam() id: string, @CurrentUser() actor: Actor): Promise<TaskView> {
    return viewFor(actor, await this.tasks.get(id, actor));
  }

  @Post(':id/claim')
  @HttpCode(200)
  @Allow('task.claim')
  @Answers(TaskView)
  async claim(@IdParam() id: string, @CurrentUser() actor: Actor): Promise<TaskView> {
    return viewFor(actor, await this.tasks.claim(id, actor));
  }

  @Post(':id/release')
  @HttpCode(200)
  @Allow('task.claim')
  @Answers(TaskView)
  async release(@IdParam() id: string, @CurrentUser() actor: Actor): Promise<TaskView> {
    return viewFor(actor, await this.tasks.release(id, actor));
  }
}
