import { expect, it } from '@jest/globals';
import { alertLifecycle } from './alert.lifecycle';

it('leads exactly here from each state', () => {
  const table = Object.fromEntries(
    alertLifecycle
      .states()
      .map((state) => [
        state,
        Object.fromEntries(alertLifecycle.actionsFrom(state).map((action) => [action, alertLifecycle.next(state, action)])),
      ]),
  );

  expect(table).toEqual({
    raised: {
      acknowledge: 'acknowledged',
      escalate: 'escalated',
      standDown: 'stood_down',
      join: 'joined',
      regrade: 'raised',
      climb: 'raised',
    },
    acknowledged: {
      verify: 'verified',
      escalate: 'escalated',
      standDown: 'stood_down',
      join: 'joined',
      regrade: 'acknowledged',
      expireAcknowledgement: 'raised',
    },
    verified: { escalate: 'escalated', standDown: 'stood_down', join: 'joined', regrade: 'verified' },
    escalated: {
      acknowledge: 'escalated',
      verify: 'escalated',
      climb: 'escalated',
      settle: 'resolved',
      fail: 'unresolved',
      giveBack: 'verified',
    },
    resolved: {},
    unresolved: { standDown: 'stood_down' },
    stood_down: {},
    joined: {},
  });
});
