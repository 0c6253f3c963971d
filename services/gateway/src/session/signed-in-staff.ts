import type { Grant, StaffSession } from '@accord/contracts';
import { Actor } from '@accord/http';

/** Who is behind a session, and what they may do, as the gateway knew it when it last asked. */
export class SignedInStaff {
  constructor(
    readonly sessionId: string,
    readonly staff: { id: string; username: string; name: string },
    readonly grants: Grant[],
    readonly mustChangePassword: boolean,
    readonly expiresAt: Date,
  ) {}

  get actor(): Actor {
    return new Actor(this.staff.id, this.staff.name, this.grants);
  }

  /** Two readings are alike when a token signed for the one says what is true of the other. */
  isLike(other: SignedInStaff): boolean {
    return this.staff.name === other.staff.name && JSON.stringify(this.grants) === JSON.stringify(other.grants);
  }

  view(): StaffSession {
    return {
      staff: this.staff,
      grants: this.grants,
      permissions: this.actor.permissions,
      mustChangePassword: this.mustChangePassword,
      expiresAt: this.expiresAt.toISOString(),
    };
  }
}
