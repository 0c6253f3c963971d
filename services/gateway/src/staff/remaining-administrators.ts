import type { EntityManager } from 'typeorm';
import type { StaffGrant } from './staff-grant.entity';
import type { StaffMember } from './staff-member.entity';
import { LastAdministrator } from './staff-member.errors';

/**
 * Refuses to leave an area without an active administrator over it. Holds a lock until the transaction ends, so that two
 * administrators who remove each other at once do not both succeed.
 */
export async function requireAdministratorsRemain(
  tx: EntityManager,
  member: StaffMember,
  before: readonly StaffGrant[],
): Promise<void> {
  const held = member.active ? member.currentGrants : [];
  const left = administered(held);
  const lost = administered(before).filter((areaCode) => !left.some((area) => areaCode.startsWith(area)));
  if (lost.length === 0) return;
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('accord.gateway.administrators'))");
  for (const areaCode of lost) {
    const [row] = await tx.query('SELECT other_administrators_over($1, $2) AS others', [member.id, areaCode]);
    if (Number(row.others) === 0) throw new LastAdministrator(areaCode);
  }
}

function administered(grants: readonly StaffGrant[]): string[] {
  return grants.filter(({ role }) => role === 'administrator').map(({ areaCode }) => areaCode);
}
