import type { Grant } from '@accord/contracts';
import { StaffMember } from './staff-member.entity';

export const JOINED_AT = new Date('2026-03-02T01:00:00Z');

export function aStaffMember({ grants = [aGrant()] }: { grants?: Grant[] } = {}): StaffMember {
  const member = StaffMember.join(
    {
      id: '0198b2c4-0000-7000-8000-000000000001',
      username: 'gu',
      name: '顾秀英',
      passwordHash: 'argon2id',
      mustChangePassword: true,
      grants,
    },
    JOINED_AT,
  );
  member.takeAnnouncements();
  return member;
}

export function aGrant({ role = 'mediator', areaCode = '320505' }: Partial<Pick<Grant, 'role' | 'areaCode'>> = {}): Grant {
  return { role, areaCode, bodyId: null };
}
