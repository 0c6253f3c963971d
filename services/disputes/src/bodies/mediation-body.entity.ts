import type { BodyKind } from '@accord/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A registered mediation body (law art. 10; industry bodies by the federation's practice). */
@Entity('mediation_bodies')
export class MediationBody {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') name!: string;
  @Column('text') kind!: BodyKind;
  @Column('text', { name: 'area_code' }) areaCode!: string;
  /** The employer whose committee it is; null for bodies of an area or industry. */
  @Column('uuid', { name: 'employer_id', nullable: true }) employerId: string | null = null;
  @Column('boolean') active = true;

  /** A body serves the area it is registered in and all below it; an employer's committee serves that employer. */
  serves(areaCode: string, employerId: string): boolean {
    return this.kind === 'enterprise' ? this.employerId === employerId : areaCode.startsWith(this.areaCode);
  }
}
