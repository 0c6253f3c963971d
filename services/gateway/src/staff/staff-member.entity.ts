import { Announcing } from '@accord/case-model';
import { type Grant, type StaffAction, StaffMemberChanged } from '@accord/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { StaffGrant } from './staff-grant.entity';
import { type StaffState, staffLifecycle } from './staff-member.lifecycle';
import { liesInAreas, sameGrant } from './staff-member.rules';

export interface NewStaffMember {
  id: string;
  username: string;
  name: string;
  passwordHash: string;
  mustChangePassword: boolean;
  grants: readonly Grant[];
}

/** A person who signs in. Their grants are rows of their own, loaded and saved together with the person. */
@Entity('staff')
export class StaffMember extends Announcing {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly username!: string;
  @Column('text') readonly name!: string;
  /** Read only where a password is checked. */
  @Column('text', { name: 'password_hash', select: false }) passwordHash!: string;
  @Column('boolean', { name: 'must_change_password' }) mustChangePassword!: boolean;
  @Column('text') state: StaffState = staffLifecycle.initial;
  /** The areas of all current grants, on the row itself so that the database can scope the person by them. */
  @Column('text', { array: true }) areas!: string[];
  @Column('timestamptz', { name: 'created_at' }) readonly createdAt!: Date;
  /** Current and, until saved, just ended. */
  grants: StaffGrant[] = [];

  static join({ id, username, name, passwordHash, mustChangePassword, grants }: NewStaffMember, now: Date): StaffMember {
    const joined = Object.assign(new StaffMember(), { id, username, name, passwordHash, mustChangePassword, createdAt: now });
    joined.grants = grants.map((grant) => StaffGrant.of(id, grant, now));
    joined.announceChange(now);
    return joined;
  }

  get active(): boolean {
    return this.state === 'active';
  }

  get currentGrants(): StaffGrant[] {
    return this.grants.filter(({ validTo }) => validTo === null);
  }

  get offeredActions(): StaffAction[] {
    return staffLifecycle.actionsFrom(this.state).filter((action): action is StaffAction => action !== 'changePassword');
  }

  /** Makes `wanted` the grants inside `managedAreas`; what lies elsewhere stays. */
  changeGrants(wanted: readonly Grant[], managedAreas: readonly string[], now: Date): void {
    this.state = staffLifecycle.next(this.state, 'changeGrants');
    for (const grant of this.currentGrants) {
      const kept = !liesInAreas(managedAreas, grant.areaCode) || wanted.some((other) => sameGrant(other, grant));
      if (!kept) grant.end(now);
    }
    const held = this.currentGrants;
    const added = wanted.filter((grant) => !held.some((other) => sameGrant(other, grant)));
    this.grants.push(...added.map((grant) => StaffGrant.of(this.id, grant, now)));
    this.announceChange(now);
  }

  /** A password that an administrator hands over; it opens nothing but the change of password. */
  resetPassword(passwordHash: string): void {
    this.state = staffLifecycle.next(this.state, 'resetPassword');
    this.passwordHash = passwordHash;
    this.mustChangePassword = true;
  }

  changePassword(passwordHash: string): void {
    this.state = staffLifecycle.next(this.state, 'changePassword');
    this.passwordHash = passwordHash;
    this.mustChangePassword = false;
  }

  deactivate(now: Date): void {
    this.state = staffLifecycle.next(this.state, 'deactivate');
    this.announceChange(now);
  }

  private announceChange(now: Date): void {
    this.areas = [...new Set(this.currentGrants.map(({ areaCode }) => areaCode))];
    const grants = this.currentGrants.map(({ role, areaCode, bodyId }) => ({ role, areaCode, bodyId }));
    this.announce(StaffMemberChanged, { staffId: this.id, active: this.active, grants }, now);
  }
}
