import {
  AgreementDrafted,
  AlertAcknowledged,
  AlertEscalated,
  AlertGraded,
  AlertJoined,
  type AlertLevel,
  AlertRaised,
  AlertResolved,
  AlertStoodDown,
  AlertUnanswered,
  AlertVerified,
  ApplicationReceived,
  CaseAccepted,
  CaseDeadlinePassed,
  CaseDeclined,
  CaseFailed,
  CaseOpened,
  CaseSettled,
  CaseWithdrawn,
  MediatorAssigned,
  SessionHeld,
} from '@accord/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TaskEvent } from './task-events';

/** The alert or case that tasks are about: the worklist's own small copy of what its events said so far. */
@Entity('task_subjects')
export class TaskSubject {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly kind!: 'alert' | 'case';
  /** The newest event of this subject that has been heard; an older one says nothing new. */
  @Column('integer', { name: 'heard_version' }) heardVersion = 0;
  @Column('text') number = '';
  @Column('text') label = '';
  @Column('text', { name: 'area_code' }) areaCode = '';
  @Column('text', { nullable: true }) level: AlertLevel | null = null;
  /** How many rungs an alert has climbed unanswered. */
  @Column('integer') climbed = 0;
  @Column('boolean') escalated = false;
  /** Null while no mediation body is known; then every chair of the area is asked. */
  @Column('uuid', { name: 'body_id', nullable: true }) bodyId: string | null = null;
  @Column('uuid', { name: 'mediator_staff_id', nullable: true }) mediatorStaffId: string | null = null;
  @Column('integer', { name: 'sessions_held' }) sessionsHeld = 0;
  @Column('date', { name: 'clock_b_due_on', nullable: true }) clockBDueOn: string | null = null;
  @Column('boolean', { name: 'clock_b_provisional' }) clockBProvisional = false;

  static of({ aggregateId, type }: TaskEvent): TaskSubject {
    const kind = type.startsWith('early-warning.') ? 'alert' : 'case';
    return Object.assign(new TaskSubject(), { id: aggregateId, kind });
  }

  knows({ aggregateVersion }: TaskEvent): boolean {
    return aggregateVersion <= this.heardVersion;
  }

  learn(event: TaskEvent): void {
    this.heardVersion = event.aggregateVersion;
    switch (event.type) {
      case AlertRaised.type:
        this.introduce(event.payload.alertNo, event.payload.employer.name, event.payload.areaCode, event.payload.level);
        break;
      case CaseOpened.type:
        this.introduce(event.payload.caseNo, event.payload.employer.name, event.payload.areaCode, event.payload.alertLevel);
        this.bodyId = event.payload.bodyId;
        break;
      case AlertGraded.type:
        this.level = event.payload.level;
        break;
      case AlertUnanswered.type:
        this.climbed = event.payload.rung;
        break;
      case AlertEscalated.type:
        this.escalated = true;
        break;
      case CaseAccepted.type:
        this.bodyId = event.payload.bodyId;
        this.clockBDueOn = event.payload.clockB.dueOn;
        this.clockBProvisional = event.payload.clockB.provisional;
        break;
      case MediatorAssigned.type:
        this.mediatorStaffId = event.payload.staffId;
        break;
      case SessionHeld.type:
        this.sessionsHeld = event.payload.number;
        break;
      case AlertAcknowledged.type:
      case AlertVerified.type:
      case AlertJoined.type:
      case AlertStoodDown.type:
      case AlertResolved.type:
      case ApplicationReceived.type:
      case CaseDeclined.type:
      case AgreementDrafted.type:
      case CaseSettled.type:
      case CaseFailed.type:
      case CaseWithdrawn.type:
      case CaseDeadlinePassed.type:
        break; // these change what is to be done, not what is known of the subject
    }
  }

  private introduce(number: string, label: string, areaCode: string, level: AlertLevel | null): void {
    Object.assign(this, { number, label, areaCode, level });
  }
}
