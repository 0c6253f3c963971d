import { Announcing } from '@accord/case-model';
import {
  type AlertLevel,
  type Role,
  type TaskAction,
  TaskCancelled,
  TaskClaimed,
  TaskDone,
  TaskRaised,
  TaskReassigned,
  type TaskState,
} from '@accord/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { v7 } from 'uuid';
import { TaskAlreadyYours, TaskNotYours } from './task.errors';
import { taskLifecycle } from './task.lifecycle';
import { isAmong, priorityOf, type TaskTaker } from './task.rules';
import type { TaskEvent } from './task-events';
import type { TaskCall, TaskKind } from './task-kind';
import { getTaskKind } from './task-kinds.data';
import type { TaskSubject } from './task-subject.entity';

/** Something that must be done next. The events of its subject raise, move and end it; nobody ticks a box. */
@Entity('tasks')
export class Task extends Announcing {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly kind!: string;
  @Column('uuid', { name: 'subject_id' }) readonly subjectId!: string;
  @Column('text', { name: 'subject_kind' }) readonly subjectKind!: 'alert' | 'case';
  @Column('text', { name: 'subject_number' }) readonly subjectNumber!: string;
  @Column('text', { name: 'subject_label' }) readonly subjectLabel!: string;
  /** The version of the subject that raised it: the same event raises it once. */
  @Column('integer') readonly generation!: number;
  @Column('text', { name: 'area_code' }) readonly areaCode!: string;
  @Column('text') readonly audience!: Role;
  @Column('uuid', { name: 'body_id', nullable: true }) readonly bodyId!: string | null;
  @Column('text', { nullable: true }) level!: AlertLevel | null;
  @Column('smallint') priority!: number;
  @Column('text') state: TaskState = taskLifecycle.initial;
  @Column('uuid', { name: 'assignee_id', nullable: true }) assigneeId: string | null = null;
  /** Known only of people who took the task on themselves: events carry no names. */
  @Column('text', { name: 'assignee_name', nullable: true }) assigneeName: string | null = null;
  @Column('timestamptz', { name: 'raised_at' }) readonly raisedAt!: Date;
  @Column('timestamptz', { name: 'due_at', nullable: true }) dueAt: Date | null = null;
  @Column('boolean') provisional = false;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null = null;
  @Column('text', { name: 'ended_because_of', nullable: true }) endedBecauseOf: string | null = null;

  static raise(kind: TaskKind, subject: TaskSubject, call: TaskCall, event: TaskEvent): Task {
    const task = Object.assign(new Task(), {
      id: v7({ msecs: event.occurredAt.getTime() }),
      kind: kind.key,
      subjectId: subject.id,
      subjectKind: subject.kind,
      subjectNumber: subject.number,
      subjectLabel: subject.label,
      generation: event.aggregateVersion,
      areaCode: call.areaCode ?? subject.areaCode,
      audience: kind.audience,
      bodyId: subject.bodyId,
      level: subject.level,
      priority: priorityOf(subject.level, subject.climbed),
      assigneeId: call.assigneeId ?? null,
      raisedAt: event.occurredAt,
    });
    task.setDue(call.due);
    task.announce(
      TaskRaised,
      { ...task.about, kind: task.kind, subject: { kind: task.subjectKind, id: task.subjectId }, assigneeId: task.assigneeId },
      event.occurredAt,
    );
    return task;
  }

  get isOpen(): boolean {
    return this.state === 'open' || this.state === 'claimed';
  }

  /** It asks for nothing but to be read. */
  get isNotice(): boolean {
    return getTaskKind(this.kind).notice === true;
  }

  /** What this person may do with it now; the same answer draws the buttons and guards the server. */
  allowedActions(taker: TaskTaker): TaskAction[] {
    const offered = taskLifecycle.actionsFrom(this.state);
    const actions: TaskAction[] = [];
    if (offered.includes(this.claimVerb) && this.whyNotClaimedBy(taker) === null) actions.push('claim');
    if (offered.includes('release') && this.assigneeId === taker.id) actions.push('release');
    return actions;
  }

  claim(taker: TaskTaker, now: Date): void {
    const state = taskLifecycle.next(this.state, this.claimVerb);
    const refusal = this.whyNotClaimedBy(taker);
    if (refusal !== null) throw refusal;

    this.state = state;
    this.assigneeId = taker.id;
    this.assigneeName = taker.name;
    if (state === 'done') this.end('confirmed', now);
    else this.announce(TaskClaimed, { ...this.about, assigneeId: taker.id });
  }

  release(taker: TaskTaker): void {
    const state = taskLifecycle.next(this.state, 'release');
    if (this.assigneeId !== taker.id) throw new TaskNotYours(this.id, this.audience);

    this.state = state;
    this.giveTo(null, null);
  }

  /** The case has given the work to another person. */
  move({ assigneeId = null, due }: TaskCall, { occurredAt }: TaskEvent): void {
    this.state = taskLifecycle.next(this.state, 'move');
    this.setDue(due);
    if (assigneeId !== this.assigneeId) this.giveTo(assigneeId, occurredAt);
  }

  /** Whoever held it has left. */
  handBack(at: Date): void {
    this.state = taskLifecycle.next(this.state, 'move');
    this.giveTo(null, at);
  }

  redate(due: TaskCall['due']): void {
    this.setDue(due);
  }

  regrade(level: AlertLevel | null, climbed: number): void {
    this.level = level;
    this.priority = priorityOf(level, climbed);
  }

  /** What it asked for has happened. */
  complete({ type, occurredAt }: TaskEvent): void {
    this.state = taskLifecycle.next(this.state, 'complete');
    this.end(type, occurredAt);
  }

  /** What happened to its subject has made it pointless. */
  cancel({ type, occurredAt }: TaskEvent): void {
    this.state = taskLifecycle.next(this.state, 'cancel');
    this.end(type, occurredAt);
  }

  private get about(): { taskId: string; areaCode: string; audience: Role } {
    return { taskId: this.id, areaCode: this.areaCode, audience: this.audience };
  }

  private get claimVerb(): 'claim' | 'confirm' {
    return this.isNotice ? 'confirm' : 'claim';
  }

  private whyNotClaimedBy(taker: TaskTaker): TaskNotYours | TaskAlreadyYours | null {
    if (this.assigneeId === null) return isAmong(taker, this) ? null : new TaskNotYours(this.id, this.audience);
    if (this.assigneeId !== taker.id) return new TaskNotYours(this.id, this.audience);
    return this.claimVerb === 'confirm' ? null : new TaskAlreadyYours(this.id);
  }

  private setDue(due: TaskCall['due']): void {
    this.dueAt = due?.at ?? null;
    this.provisional = due?.provisional ?? false;
  }

  private giveTo(assigneeId: string | null, at: Date | null): void {
    const formerAssigneeId = this.assigneeId;
    this.assigneeId = assigneeId;
    this.assigneeName = null;
    this.announce(TaskReassigned, { ...this.about, assigneeId, formerAssigneeId }, at);
  }

  private end(because: string, at: Date): void {
    this.endedAt = at;
    this.endedBecauseOf = because;
    if (this.state === 'done') this.announce(TaskDone, { ...this.about, doneBecauseOf: because }, at);
    else this.announce(TaskCancelled, { ...this.about, cancelledBecauseOf: because }, at);
  }
}
