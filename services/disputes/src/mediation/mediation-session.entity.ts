import { known } from '@accord/case-model';
import type { HoldSessionRequest, SessionView, StaffRef } from '@accord/contracts';
import type { Act } from '../case-file/timeline-line.entity';
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

  static record(
    { by, at }: Act,
    file: Pick<MediationSession, 'id' | 'caseId' | 'number'>,
    { heldOn, place, present, record }: HoldSessionRequest,
  ): MediationSession {
    const recordedBy = known(by, 'a session is recorded by a person');
    return Object.assign(new MediationSession(), { ...file, heldOn, place, present, record, recordedBy, recordedAt: at });
  }

  view(): SessionView {
    const { id, number, heldOn, place, present, record, recordedBy } = this;
    return { id, number, heldOn, place, present, record, recordedBy };
  }
}
