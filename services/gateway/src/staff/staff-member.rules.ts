import type { Grant } from '@accord/contracts';
import { AreaNotYours } from '@accord/http';
import { AreaUnknown, GrantRepeated, PasswordNotNew, StaffBeyondYourAreas } from './staff-member.errors';

/** Whether a code lies in one of these areas; an area contains all codes that begin with its own. */
export function liesInAreas(areas: readonly string[], areaCode: string): boolean {
  return areas.some((area) => areaCode.startsWith(area));
}

export function sameGrant(one: Grant, other: Grant): boolean {
  return one.role === other.role && one.areaCode === other.areaCode && one.bodyId === other.bodyId;
}

/** An administrator grants only inside the areas that they manage, each grant once, for areas that exist. */
export function requireGrantable(
  grants: readonly Grant[],
  managedAreas: readonly string[],
  isArea: (areaCode: string) => boolean,
): void {
  grants.forEach((grant, place) => {
    if (!isArea(grant.areaCode)) throw new AreaUnknown(`grants.${place}.areaCode`, grant.areaCode);
    if (!liesInAreas(managedAreas, grant.areaCode)) throw new AreaNotYours(`grants.${place}.areaCode`, grant.areaCode);
    if (grants.findIndex((other) => sameGrant(other, grant)) < place) throw new GrantRepeated(`grants.${place}`);
  });
}

/** What concerns the whole person, such as the password, is for an administrator over everything they are granted. */
export function requireWhollyWithin(grants: readonly Grant[], managedAreas: readonly string[]): void {
  const beyond = grants.map(({ areaCode }) => areaCode).filter((areaCode) => !liesInAreas(managedAreas, areaCode));
  if (beyond.length > 0) throw new StaffBeyondYourAreas([...new Set(beyond)]);
}

export function requireNewPassword({
  username,
  currentPassword,
  newPassword,
}: Record<'username' | 'currentPassword' | 'newPassword', string>): void {
  if (newPassword === currentPassword || newPassword.toLowerCase() === username) throw new PasswordNotNew();
}
