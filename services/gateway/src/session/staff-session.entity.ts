import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SESSION_MS } from './session.rules';

/** One sign-in on one device. Whoever reads the table cannot use it: the token itself is not kept. */
@Entity('sessions')
export class StaffSession {
  /** SHA-256 of the token. */
  @PrimaryColumn('text') readonly id!: string;
  @Column('uuid', { name: 'staff_id' }) readonly staffId!: string;
  @Column('timestamptz', { name: 'created_at' }) readonly createdAt!: Date;
  @Column('timestamptz', { name: 'last_seen_at' }) readonly lastSeenAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) readonly expiresAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) readonly endedAt: Date | null = null;
  @Column('text') readonly browser!: string;

  static open(id: string, staffId: string, browser: string, now: Date): StaffSession {
    const expiresAt = new Date(now.getTime() + SESSION_MS);
    return Object.assign(new StaffSession(), { id, staffId, browser, createdAt: now, lastSeenAt: now, expiresAt });
  }
}
