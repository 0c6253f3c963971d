import { CursorInvalid, readCursor, writeCursor } from '@accord/http';
import { z } from 'zod';
import type { Task } from './task.entity';

/** Where a page ended, in the order of the list: by urgency, or by when tasks ended. */
const Cursor = z.union([
  z.tuple([z.literal('urgency'), z.boolean(), z.int(), z.union([z.literal('infinity'), z.iso.datetime()]), z.uuid()]),
  z.tuple([z.literal('ended'), z.iso.datetime(), z.uuid()]),
]);
export type TaskCursor = z.infer<typeof Cursor>;

export function cursorAfter(task: Task, order: TaskCursor[0]): string {
  const cursor: TaskCursor =
    order === 'ended' && task.endedAt !== null
      ? ['ended', task.endedAt.toISOString(), task.id]
      : ['urgency', task.endedAt !== null, task.priority, task.dueAt?.toISOString() ?? 'infinity', task.id];
  return writeCursor(cursor);
}

/** Reads a cursor that {@link cursorAfter} wrote for a list in the same order; refuses any other, naming the field. */
export function positionIn(cursor: string, order: TaskCursor[0]): TaskCursor {
  const position = readCursor(Cursor, cursor);
  if (position[0] !== order) throw new CursorInvalid();
  return position;
}
