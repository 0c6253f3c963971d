import { Outbox } from '@accord/messaging';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { StaffGrant } from './staff-grant.entity';
import { StaffMember } from './staff-member.entity';
import { StaffMemberNotFound } from './staff-member.errors';

/** Loads and saves a person together with their grants. */
@Injectable()
export class StaffMembers {
  constructor(private readonly outbox: Outbox) {}

  /** Locks the person until the transaction ends. */
  async getForChange(tx: EntityManager, id: string): Promise<StaffMember> {
    const member = await tx.findOne(StaffMember, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (member === null) throw new StaffMemberNotFound(id);
    return this.withGrants(tx, member);
  }

  async get(tx: EntityManager, id: string): Promise<StaffMember> {
    const member = await tx.findOneBy(StaffMember, { id });
    if (member === null) throw new StaffMemberNotFound(id);
    return this.withGrants(tx, member);
  }

  async add(tx: EntityManager, member: StaffMember): Promise<void> {
    await this.outbox.add(tx, member);
    await tx.insert(StaffGrant, member.grants);
  }

  async save(tx: EntityManager, member: StaffMember): Promise<void> {
    await this.outbox.save(tx, member);
    await tx.save(StaffGrant, member.grants, { transaction: false });
  }

  private async withGrants(tx: EntityManager, member: StaffMember): Promise<StaffMember> {
    member.grants = await tx.find(StaffGrant, { where: { staffId: member.id, validTo: IsNull() }, order: { id: 'ASC' } });
    return member;
  }
}
