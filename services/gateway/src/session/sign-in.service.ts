import type { ChangePasswordRequest, SignedIn, SignInRequest } from '@accord/contracts';
import { SignInRequired } from '@accord/http';
import { Database } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import { StaffMember } from '../staff/staff-member.entity';
import { requireNewPassword } from '../staff/staff-member.rules';
import { StaffMembers } from '../staff/staff-members';
import { KnownSessions } from './known-sessions';
import { Passwords } from './passwords';
import { CurrentPasswordWrong, SignInFailed } from './session.errors';
import { sessionIdOf, Sessions } from './sessions';
import { SignInAttempts } from './sign-in-attempts';
import type { SignedInStaff } from './signed-in-staff';

@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly attempts: SignInAttempts,
    private readonly passwords: Passwords,
    private readonly members: StaffMembers,
    private readonly sessions: Sessions,
    private readonly known: KnownSessions,
  ) {}

  async signIn({ username, password }: SignInRequest, from: { address: string; userAgent?: string }): Promise<SignedIn> {
    const name = username.toLowerCase();
    const attempt = await this.attempts.begin(name, from.address);
    const member = await this.findActive({ username: name });
    if (!(await this.passwords.verify(member?.passwordHash ?? null, password)) || member === null) throw new SignInFailed();
    await this.attempts.takeBack(attempt);
    const token = await this.database.asService((tx) => this.sessions.open(tx, member.id, from.userAgent));
    const opened = await this.known.find(sessionIdOf(token));
    if (opened === null) throw new SignInFailed();
    return { ...opened.person.view(), token };
  }

  /** Ends the person's sessions on other devices; the one that changed it goes on. */
  async changePassword(
    { staff, sessionId }: SignedInStaff,
    { currentPassword, newPassword }: ChangePasswordRequest,
    address: string,
  ): Promise<void> {
    const attempt = await this.attempts.begin(staff.username, address);
    const member = await this.findActive({ id: staff.id });
    if (member === null) throw new SignInRequired();
    if (!(await this.passwords.verify(member.passwordHash, currentPassword))) throw new CurrentPasswordWrong();
    await this.attempts.takeBack(attempt);
    requireNewPassword({ username: staff.username, currentPassword, newPassword });
    const passwordHash = await this.passwords.hash(newPassword);
    await this.database.asService(async (tx) => {
      const changing = await this.members.getForChange(tx, staff.id);
      changing.changePassword(passwordHash);
      await this.members.save(tx, changing);
      await this.sessions.endAllOf(tx, staff.id, { except: sessionId });
    });
    this.sessions.forgetStaff(staff.id, { except: sessionId });
  }

  private findActive(by: { username: string } | { id: string }): Promise<StaffMember | null> {
    return this.database.asService((tx) =>
      tx.findOne(StaffMember, { where: { ...by, state: 'active' }, select: { id: true, username: true, passwordHash: true } }),
    );
  }
}
