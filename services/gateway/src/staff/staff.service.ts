import { Clock } from '@accord/case-model';
import type { ChangeGrantsRequest, StaffMemberView, StaffPasswordIssued } from '@accord/contracts';
import { type Actor } from '@accord/http';
import { Database } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import { Divisions } from '../areas/divisions';
import { Passwords } from '../session/passwords';
import { Sessions } from '../session/sessions';
import { oneTimePassword } from './one-time-password';
import { requireAdministratorsRemain } from './remaining-administrators';
import type { StaffMember } from './staff-member.entity';
import { requireGrantable, requireWhollyWithin } from './staff-member.rules';
import { staffMemberView } from './staff-member.view';
import { StaffMembers } from './staff-members';

@Injectable()
export class StaffService {
  constructor(
    private readonly database: Database,
    private readonly members: StaffMembers,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly divisions: Divisions,
    private readonly clock: Clock,
  ) {}

  get(actor: Actor, id: string): Promise<StaffMemberView> {
    return this.database.within(actor, async (tx) => staffMemberView(await this.members.get(tx, id), actor));
  }

  changeGrants(actor: Actor, id: string, { grants }: ChangeGrantsRequest): Promise<StaffMemberView> {
    requireGrantable(grants, actor.areas, (code) => this.divisions.has(code));
    return this.change(actor, id, (member) => member.changeGrants(grants, actor.areas, this.clock.now()));
  }

  deactivate(actor: Actor, id: string): Promise<StaffMemberView> {
    return this.change(actor, id, (member) => {
      requireWhollyWithin(member.currentGrants, actor.areas);
      member.deactivate(this.clock.now());
    });
  }

  async resetPassword(actor: Actor, id: string): Promise<StaffPasswordIssued> {
    const password = oneTimePassword();
    const passwordHash = await this.passwords.hash(password);
    const staff = await this.change(actor, id, (member) => {
      requireWhollyWithin(member.currentGrants, actor.areas);
      member.resetPassword(passwordHash);
    });
    return { staff, oneTimePassword: password };
  }

  /** Whatever changes what a person may do ends their sessions; they sign in to what holds from now on. */
  private async change(actor: Actor, id: string, decide: (member: StaffMember) => void): Promise<StaffMemberView> {
    const view = await this.database.within(actor, async (tx) => {
      const member = await this.members.getForChange(tx, id);
      const before = [...member.currentGrants];
      decide(member);
      await requireAdministratorsRemain(tx, member, before);
      await this.members.save(tx, member);
      await this.sessions.endAllOf(tx, id);
      return staffMemberView(member, actor);
    });
    this.sessions.forgetStaff(id);
    return view;
  }
}
