import type { Grant, Role } from '@accord/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { v7 } from 'uuid';

/** What a person was granted, from when until when; history stays. */
@Entity('grants')
export class StaffGrant implements Grant {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'staff_id' }) readonly staffId!: string;
  @Column('text') readonly role!: Role;
  @Column('text', { name: 'area_code' }) readonly areaCode!: string;
  @Column('uuid', { name: 'body_id', nullable: true }) readonly bodyId!: string | null;
  @Column('timestamptz', { name: 'valid_from' }) readonly validFrom!: Date;
  /** Null while it holds. */
  @Column('timestamptz', { name: 'valid_to', nullable: true }) validTo: Date | null = null;

  static of(staffId: string, { role, areaCode, bodyId }: Grant, validFrom: Date): StaffGrant {
    return Object.assign(new StaffGrant(), { id: v7(), staffId, role, areaCode, bodyId, validFrom });
  }

  end(at: Date): void {
    this.validTo = at;
  }
}
