import type { HoldSessionRequest, SessionView, StaffRef } from '@accord/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The record of one meeting with the parties (Order 17 art. 32). Written once. */
@Entity('mediation_sessions')
export class MediationSession {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'case_id' }) readonly caseId!: string;
  @Column('int') readonly number!: number;
  @Column('date', { name: 'held_on' }) readonly heldOn!: string;
  @Column('text') readonly place!: string;
  @Column('text', { array: true }) readonly present!: HoldSessionRequest['present'];
  @Column('text') readonly record!: string;
  @Column('jsonb', { name: 'recorded_by' }) readonly recordedBy!: StaffRef;
  @Column('timestamptz', { name: 'recorded_at' }) readonly recordedAt!: Date;

  static record(given: Omit<MediationSession, 'view'>): MediationSession {
    return Object.assign(new MediationSession(), given);
  }

  view(): SessionView {
    const { id, number, heldOn, place, present, record, recordedBy } = this;
    return { id, number, heldOn, place, present, record, recordedBy };
  }
}
