import type { Grant } from '@accord/contracts';
import { type Permission, ROLE_PERMISSIONS } from './permissions';

/** The signed-in person behind a request. */
export class Actor {
  constructor(
    readonly id: string,
    readonly name: string,
    readonly grants: readonly Grant[],
    /** The areas in which this person holds the permission that the route asked for; pass the actor to `Database.within`. */
    readonly areas: readonly string[] = [],
  ) {}

  /** The areas in which this person holds a permission; an area contains all codes that begin with its own. */
  areasFor(permission: Permission): string[] {
    return this.grants
      .filter(({ role }) => (ROLE_PERMISSIONS[role] as readonly Permission[]).includes(permission))
      .map(({ areaCode }) => areaCode);
  }

  /** Whether this person may do something in this area. */
  may(permission: Permission, areaCode: string): boolean {
    return this.areasFor(permission).some((area) => areaCode.startsWith(area));
  }

  get permissions(): Permission[] {
    return [...new Set(this.grants.flatMap(({ role }) => ROLE_PERMISSIONS[role] as readonly Permission[]))];
  }

  /** The same person acting under another permission; for a route that reads on the way to its act. */
  under(permission: Permission): Actor {
    return new Actor(this.id, this.name, this.grants, this.areasFor(permission));
  }
}
