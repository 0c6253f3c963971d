import { describe, expect, it } from '@jest/globals';
import { isUnderWay, mediationLifecycle } from './mediation-case.lifecycle';

describe('the life of a mediation case', () => {
  it('offers exactly these actions in each state', () => {
    const offered = Object.fromEntries(
      mediationLifecycle.states().map((state) => [state, mediationLifecycle.actionsFrom(state)]),
    );

    expect(offered).toEqual({
      opened: ['receiveApplication', 'accept', 'decline'],
      applied: ['accept', 'decline', 'withdraw'],
      accepted: ['assignMediator', 'withdraw'],
      in_mediation: ['assignMediator', 'holdSession', 'draftAgreement', 'declareImpasse', 'withdraw'],
      agreed: ['draftAgreement', 'putInForce', 'declareImpasse'],
      settled: [],
      failed: [],
      declined: [],
      withdrawn: [],
    });
  });

  it('is under way exactly while there is something left to do', () => {
    for (const state of mediationLifecycle.states()) {
      expect({ state, underWay: isUnderWay(state) }).toEqual({
        state,
        underWay: mediationLifecycle.actionsFrom(state).length > 0,
      });
    }
  });

  it('refuses in the words of its users', () => {
    expect(() => mediationLifecycle.next('settled', 'accept')).toThrow(
      expect.objectContaining({
        code: 'ACTION_NOT_ALLOWED',
        text: {
          zh: '当前状态“协议生效”不能执行“受理”；可执行：无。请刷新后再试。',
          en: 'A mediation case that is settled does not allow acceptance; it allows: nothing.',
        },
      }),
    );
  });
});
