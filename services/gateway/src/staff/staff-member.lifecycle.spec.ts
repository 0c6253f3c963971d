import { expect, it } from '@jest/globals';
import { staffLifecycle } from './staff-member.lifecycle';

it('offers exactly these actions in each state', () => {
  const offered = Object.fromEntries(staffLifecycle.states().map((state) => [state, staffLifecycle.actionsFrom(state)]));

  expect(offered).toEqual({
    active: ['changeGrants', 'resetPassword', 'changePassword', 'deactivate'],
    deactivated: [],
  });
});
