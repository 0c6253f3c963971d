import type { ClaimType } from '@accord/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member of staff in the service of one mediation body. */
@Entity('mediators')
export class Mediator {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'body_id' }) bodyId!: string;
  @Column('uuid', { name: 'staff_id' }) staffId!: string;
  @Column('text') name!: string;
  @Column('text', { array: true }) specialties: ClaimType[] = [];
  /** Where the mediator is employed outside the union; null for union and town staff. */
  @Column('uuid', { name: 'employer_id', nullable: true }) employerId: string | null = null;
  @Column('boolean') active = true;
}
