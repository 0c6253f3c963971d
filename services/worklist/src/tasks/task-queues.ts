import { Clock, startOfBusinessDay } from '@accord/case-model';
import type { Page, QueueCounts, TaskQuery, TaskQueue } from '@accord/contracts';
import type { Actor } from '@accord/http';
import { Database } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Task } from './task.entity';
import { SEEN_BY_ASSIGNEE_ALONE } from './task.rules';
import { cursorAfter, positionIn, type TaskCursor } from './task-cursor';

const DAY_MS = 24 * 60 * 60 * 1000;

const UNENDED = `task.state IN ('open', 'claimed')`;
const MINE = 'task.assignee_id = :me';

/** The database's spelling of `isAmong` in the task's rules; a test holds the two against each other. */
const FOR_MY_ROLES = `EXISTS (
  SELECT 1 FROM jsonb_to_recordset(:grants::jsonb) AS held (role text, "areaCode" text, "bodyId" uuid)
  WHERE held.role = task.audience AND task.area_code ^@ held."areaCode"
    AND (held."bodyId" IS NULL OR task.body_id IS NULL OR held."bodyId" = task.body_id))`;

const SHOWN = `(${MINE} OR ((task.assignee_id IS NULL OR task.audience <> ALL (:seenByAssigneeAlone)) AND ${FOR_MY_ROLES}))`;
const MINE_TO_DO = `${UNENDED} AND (${MINE} OR (task.assignee_id IS NULL AND ${FOR_MY_ROLES}))`;

/** Each queue is a saved query. "In 3 days" is from now until the third day after today has ended, in business time. */
const QUEUES: Record<TaskQueue, string> = {
  mine: `${UNENDED} AND ${MINE}`,
  unclaimed: `${UNENDED} AND task.assignee_id IS NULL AND ${FOR_MY_ROLES}`,
  due_in_3_days: `${MINE_TO_DO} AND task.due_at > :now AND task.due_at <= :soon`,
  overdue: `${MINE_TO_DO} AND task.due_at <= :now`,
  ended: `task.state IN ('done', 'cancelled') AND ${SHOWN}`,
};

/** Reads worklists: which tasks stand in whose queue, and how many. */
@Injectable()
export class TaskQueues {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(query: TaskQuery, actor: Actor): Promise<Page<Task>> {
    const order = query.queue === 'ended' ? 'ended' : 'urgency';
    const after = query.cursor === undefined ? null : positionIn(query.cursor, order);
    return this.database.look(actor, async (tx) => {
      const found = this.filtered(tx, query, actor);
      const total = await found.getCount();
      const tasks = await inOrder(found, order, after)
        .take(query.limit + 1)
        .getMany();
      const items = tasks.slice(0, query.limit);
      const last = items.at(-1);
      return { items, total, next: tasks.length > items.length && last !== undefined ? cursorAfter(last, order) : null };
    });
  }

  counts(actor: Actor): Promise<QueueCounts> {
    return this.database.within(actor, async (tx) => {
      const counting = tx.createQueryBuilder(Task, 'task').select([]).setParameters(this.parametersOf(actor));
      for (const [queue, condition] of Object.entries(QUEUES)) counting.addSelect(`count(*) FILTER (WHERE ${condition})`, queue);
      const counted = (await counting.getRawOne<Record<TaskQueue, string>>()) ?? {};
      return Object.fromEntries(Object.entries(counted).map(([queue, count]) => [queue, Number(count)])) as QueueCounts;
    });
  }

  private filtered(tx: EntityManager, { queue, state, subject, kind }: TaskQuery, actor: Actor): SelectQueryBuilder<Task> {
    const found = tx
      .createQueryBuilder(Task, 'task')
      .where(queue === undefined ? SHOWN : QUEUES[queue])
      .setParameters(this.parametersOf(actor));
    if (state !== undefined) found.andWhere('task.state IN (:...states)', { states: [state].flat() });
    if (subject !== undefined) found.andWhere('task.subject_id = :subject', { subject });
    if (kind !== undefined) found.andWhere('task.kind = :kind', { kind });
    return found;
  }

  private parametersOf({ id, grants }: Actor): Record<string, unknown> {
    const endOfToday = startOfBusinessDay(this.clock.today()).getTime() + DAY_MS;
    return {
      me: id,
      grants: JSON.stringify(grants),
      seenByAssigneeAlone: [...SEEN_BY_ASSIGNEE_ALONE],
      now: this.clock.now(),
      soon: new Date(endOfToday + 3 * DAY_MS),
    };
  }
}

const ENDED = '(task.ended_at IS NOT NULL)';
const DUE = `coalesce(task.due_at, 'infinity')`;

/** What is still to be done by urgency, then what has ended; in the queue of ended tasks the latest first. */
function inOrder(found: SelectQueryBuilder<Task>, order: TaskCursor[0], after: TaskCursor | null): SelectQueryBuilder<Task> {
  if (order === 'ended') {
    if (after !== null) found.andWhere('(task.ended_at, task.id) < (:endedAt, :id)', { endedAt: after[1], id: after.at(-1) });
    return found.orderBy('task.ended_at', 'DESC').addOrderBy('task.id', 'DESC');
  }
  if (after?.[0] === 'urgency') {
    const [, ended, priority, due, id] = after;
    found.andWhere(`(${ENDED}, task.priority, ${DUE}, task.id) > (:ended, :priority, :due, :id)`, { ended, priority, due, id });
  }
  return found.orderBy(ENDED).addOrderBy('task.priority').addOrderBy(DUE).addOrderBy('task.id');
}
