import { Clock } from '@accord/case-model';
import type { CreateStaffRequest, StaffPasswordIssued } from '@accord/contracts';
import { type Actor } from '@accord/http';
import { Database, IdempotentRequests } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { v7 } from 'uuid';
import { Divisions } from '../areas/divisions';
import { Passwords } from '../session/passwords';
import { oneTimePassword } from './one-time-password';
import { StaffMember } from './staff-member.entity';
import { UsernameTaken } from './staff-member.errors';
import { requireGrantable } from './staff-member.rules';
import { staffMemberView } from './staff-member.view';
import { StaffMembers } from './staff-members';

/** How a person comes onto the staff. */
@Injectable()
export class StaffIntakeService {
  constructor(
    private readonly database: Database,
    private readonly members: StaffMembers,
    private readonly requests: IdempotentRequests,
    private readonly passwords: Passwords,
    private readonly divisions: Divisions,
    private readonly clock: Clock,
  ) {}

  async create(actor: Actor, request: CreateStaffRequest, key: string | null): Promise<StaffPasswordIssued> {
    requireGrantable(request.grants, actor.areas, (code) => this.divisions.has(code));
    const password = oneTimePassword();
    const passwordHash = await this.passwords.hash(password);
    const newId = v7();
    return this.database.within(actor, async (tx) => {
      const id = await this.requests.once(tx, { key, staffId: actor.id, request }, newId, () =>
        this.add(tx, StaffMember.join({ id: newId, passwordHash, mustChangePassword: true, ...request }, this.clock.now())),
      );
      const staff = staffMemberView(await this.members.get(tx, id), actor);
      return { staff, oneTimePassword: id === newId ? password : null };
    });
  }

  private async add(tx: EntityManager, member: StaffMember): Promise<void> {
    await this.members.add(tx, member).catch((error: unknown) => {
      throw violates(error, 'staff_username_once') ? new UsernameTaken(member.username) : error;
    });
  }
}

function violates(error: unknown, constraint: string): boolean {
  return error instanceof QueryFailedError && (error.driverError as { constraint?: string }).constraint === constraint;
}
