import { describe, expect, it } from '@jest/globals';
import { ROLE_PERMISSIONS, Actor } from '@accord/http';
import { Role } from '@accord/contracts';
import { aGrant, aStaffMember } from './staff-member.builder';
import { allowedActions } from './staff-member.view';

const LATER = new Date('2026-03-03T01:00:00Z');

describe('changing grants', () => {
  it('ends what is no longer wanted inside the managed areas, keeps the rest and announces what holds', () => {
    const member = aStaffMember({ grants: [aGrant({ areaCode: '320505001' }), aGrant({ areaCode: '320506' })] });

    member.changeGrants([aGrant({ role: 'body_chair', areaCode: '320505' })], ['320505'], LATER);

    expect(member.currentGrants.map(({ role, areaCode }) => [role, areaCode])).toEqual([
      ['mediator', '320506'],
      ['body_chair', '320505'],
    ]);
    expect(member.grants.find(({ areaCode }) => areaCode === '320505001')?.validTo).toEqual(LATER);
    expect(member.areas).toEqual(['320506', '320505']);
    expect(member.takeAnnouncements()).toMatchObject([
      { definition: { type: 'gateway.staff-member-changed' }, occurredAt: LATER, payload: { active: true, grants: [{}, {}] } },
    ]);
  });

  it('leaves a grant that is wanted again as it was', () => {
    const member = aStaffMember({ grants: [aGrant()] });
    const [before] = member.currentGrants;

    member.changeGrants([aGrant()], ['3205'], LATER);

    expect(member.currentGrants).toEqual([before]);
  });
});

describe('deactivating', () => {
  it('is announced without a name', () => {
    const member = aStaffMember();

    member.deactivate(LATER);

    const [announced] = member.takeAnnouncements();
    expect(announced?.payload).toEqual({ staffId: member.id, active: false, grants: [aGrant()] });
  });

  it('ends every act', () => {
    const member = aStaffMember();
    member.deactivate(LATER);

    const acts = [
      () => member.changeGrants([aGrant()], ['3205'], LATER),
      () => member.resetPassword('x'),
      () => member.changePassword('x'),
    ];

    for (const act of acts) expect(act).toThrow(expect.objectContaining({ code: 'ACTION_NOT_ALLOWED' }));
  });
});

describe('a reset password', () => {
  it('must be changed, and a changed one need not', () => {
    const member = aStaffMember();

    member.changePassword('mine');
    expect(member.mustChangePassword).toBe(false);

    member.resetPassword('theirs');
    expect(member.mustChangePassword).toBe(true);
  });
});

describe('what is offered on a person', () => {
  const active = aStaffMember({ grants: [aGrant({ areaCode: '320505' })] });
  const across = aStaffMember({ grants: [aGrant({ areaCode: '320505' }), aGrant({ areaCode: '320506' })] });
  const gone = aStaffMember();
  gone.deactivate(LATER);
  const reaches = [
    { state: 'active', member: active, area: '3205', offered: ['changeGrants', 'resetPassword', 'deactivate'] },
    { state: 'active', member: active, area: '320505', offered: ['changeGrants', 'resetPassword', 'deactivate'] },
    { state: 'active', member: active, area: '320506', offered: [] },
    { state: 'active across districts', member: across, area: '320505', offered: ['changeGrants'] },
    { state: 'deactivated', member: gone, area: '3205', offered: [] },
  ];

  it.each(Role.options.flatMap((role) => reaches.map((reach) => ({ role, ...reach }))))(
    'while $state to the role $role over $area',
    ({ role, member, area, offered }) => {
      const actor = new Actor('0198b2c4-0000-7000-8000-000000000009', '某', [{ role, areaCode: area, bodyId: null }]);
      const manages = (ROLE_PERMISSIONS[role] as readonly string[]).includes('staff.manage');

      expect(allowedActions(member, actor)).toEqual(manages ? offered : []);
    },
  );
});
