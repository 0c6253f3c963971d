import type { StaffAction, StaffMemberView } from '@accord/contracts';
import type { Actor } from '@accord/http';
import type { StaffMember } from './staff-member.entity';
import { liesInAreas } from './staff-member.rules';

/** What this administrator may do: what the person's state offers, less what concerns areas beyond their own. */
export function allowedActions(member: StaffMember, actor: Actor): StaffAction[] {
  const managed = actor.areasFor('staff.manage');
  const reach = member.currentGrants.map(({ areaCode }) => liesInAreas(managed, areaCode));
  return member.offeredActions.filter((action) => (action === 'changeGrants' ? reach.includes(true) : !reach.includes(false)));
}

export function staffMemberView(member: StaffMember, actor: Actor): StaffMemberView {
  const { id, username, name, active, mustChangePassword } = member;
  const grants = member.currentGrants.map(({ role, areaCode, bodyId }) => ({ role, areaCode, bodyId }));
  return { id, username, name, active, mustChangePassword, grants, allowedActions: allowedActions(member, actor) };
}
