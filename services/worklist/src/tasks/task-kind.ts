import { startOfBusinessDay } from '@accord/case-model';
import type { EventDefinition, EventOf, LocalisedText, Role } from '@accord/contracts';
import type { TaskEvent } from './task-events';
import type { TaskSubject } from './task-subject.entity';

/** What an event asks for when it raises a task, beside what the kind itself says. */
export interface TaskCall {
  /** The person who must do it; left out, everybody in the role may claim it. */
  readonly assigneeId?: string | null;
  /** Where it must be done; left out, in the area of its subject. */
  readonly areaCode?: string;
  readonly due?: TaskDue | null;
}

export interface TaskDue {
  /** The first instant at which it is late. */
  readonly at: Date;
  readonly provisional: boolean;
}

/** An event that raises a task where none of its kind is open, or changes the open one. */
export interface TaskTrigger {
  readonly type: string;
  /** Null where this event asks for nothing after all. `subject` has already learnt from the event. */
  callFor(event: TaskEvent, subject: TaskSubject): TaskCall | null;
}

/** An event that ends a task; an event's own declaration will do where it always does. */
export interface TaskEnding {
  readonly type: string;
  /** Left out, every event of the type ends the task. */
  applies?(event: TaskEvent): boolean;
}

/** One row of the table from events to tasks. */
export interface TaskKind {
  readonly key: string;
  readonly title: LocalisedText;
  readonly audience: Role;
  /** A notice asks for nothing but to be read: claiming it ends it. */
  readonly notice?: true;
  readonly raisedBy: readonly TaskTrigger[];
  /** Gives an open task to another person; raises none. */
  readonly movedBy?: readonly TaskTrigger[];
  /** Gives an open task another limit. */
  readonly redatedBy?: readonly TaskTrigger[];
  readonly completedBy: readonly TaskEnding[];
  readonly cancelledBy: readonly TaskEnding[];
}

export function on<Definition extends EventDefinition>(
  definition: Definition,
  call: (payload: EventOf<Definition>['payload'], subject: TaskSubject) => TaskCall | null,
): TaskTrigger {
  return {
    type: definition.type,
    callFor: (event, subject) => call(event.payload as EventOf<Definition>['payload'], subject),
  };
}

export function when<Definition extends EventDefinition>(
  definition: Definition,
  applies: (payload: EventOf<Definition>['payload']) => boolean,
): TaskEnding {
  return { type: definition.type, applies: (event) => applies(event.payload as EventOf<Definition>['payload']) };
}

/** Due by an instant that the event names. */
export function dueAt(instant: string | null): TaskDue | null {
  return instant === null ? null : { at: new Date(instant), provisional: false };
}

/** Due through the end of a business day that the event names. */
export function dueThrough(day: { dueOn: string; provisional: boolean } | null): TaskDue | null {
  if (day === null) return null;
  const startOfDay = startOfBusinessDay(day.dueOn);
  return { at: new Date(startOfDay.getTime() + 24 * 60 * 60 * 1000), provisional: day.provisional };
}
