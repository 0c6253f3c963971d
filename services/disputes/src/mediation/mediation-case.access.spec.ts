import { CaseAction, CaseState, type Grant, Role } from '@accord/contracts';
import { Actor } from '@accord/http';
import { describe, expect, it } from '@jest/globals';
import { actionsFor, requireAllowed } from './mediation-case.access';
import { BODY, MEDIATOR } from './mediation-case.builder';
import { mediationLifecycle } from './mediation-case.lifecycle';

const OTHER_BODY = '0198b2c4-0000-7000-8000-00000000b002';
const OTHER_STAFF = '0198b2c4-0000-7000-8000-00000000c009';
const facts = (state: CaseState, given = {}) => ({
  state,
  areaCode: '320505001',
  bodyId: BODY.id,
  mediatorId: MEDIATOR.id,
  mediatorStaffId: MEDIATOR.staffId,
  ...given,
});
const actor = (id: string, role: Role, given: Partial<Grant> = {}) =>
  new Actor(id, '某人', [{ role, areaCode: '320505', bodyId: null, ...given }]);

/** Who may do what where the state offers it, spelled out again on purpose. */
const ALLOWED: Record<string, CaseAction[]> = {
  'the chair of the body': [...CaseAction.options],
  'the chair of another body': ['receiveApplication'],
  'the assigned mediator': ['receiveApplication', 'holdSession', 'draftAgreement', 'putInForce', 'declareImpasse', 'withdraw'],
  'another mediator': ['receiveApplication'],
  'a supervisor': ['assignMediator'],
  'a post officer': [],
  'a duty officer': [],
  'an administrator': [],
  'the chair in another area': [],
};

const PEOPLE: Record<string, Actor> = {
  'the chair of the body': actor(OTHER_STAFF, 'body_chair', { bodyId: BODY.id }),
  'the chair of another body': actor(OTHER_STAFF, 'body_chair', { bodyId: OTHER_BODY }),
  'the assigned mediator': actor(MEDIATOR.staffId, 'mediator'),
  'another mediator': actor(OTHER_STAFF, 'mediator'),
  'a supervisor': actor(OTHER_STAFF, 'supervisor'),
  'a post officer': actor(OTHER_STAFF, 'post_officer'),
  'a duty officer': actor(OTHER_STAFF, 'duty_officer'),
  'an administrator': actor(OTHER_STAFF, 'administrator'),
  'the chair in another area': actor(OTHER_STAFF, 'body_chair', { areaCode: '320506' }),
};

describe.each(Object.keys(PEOPLE))('%s', (who) => {
  const person = PEOPLE[who] as Actor;

  it.each(mediationLifecycle.states())('sees exactly what they may do with a case that is %s', (state) => {
    const expected = mediationLifecycle.actionsFrom(state).filter((action) => ALLOWED[who]?.includes(action));

    expect(actionsFor(facts(state), person)).toEqual(expected);
  });

  it.each(CaseAction.options)('is let through to %s exactly where it is shown', (action) => {
    for (const state of CaseState.options) {
      const shown = actionsFor(facts(state), person).includes(action);
      const attempt = () => requireAllowed(facts(state), action, person);

      if (shown) expect(attempt).not.toThrow();
      else
        expect(attempt).toThrow(
          expect.objectContaining({ code: expect.stringMatching(/^(ACTION_NOT_ALLOWED|PERMISSION_MISSING|NOT_YOUR_CASE)$/) }),
        );
    }
  });
});

describe('a case that nobody leads yet', () => {
  it('may be withdrawn with any mediator of the area', () => {
    const unled = facts('accepted', { mediatorId: null, mediatorStaffId: null });

    expect(actionsFor(unled, actor(OTHER_STAFF, 'mediator'))).toEqual(['withdraw']);
  });
});

describe('a case without a proposed body', () => {
  it('may be accepted by any chair of the area', () => {
    expect(actionsFor(facts('opened', { bodyId: null }), actor(OTHER_STAFF, 'body_chair', { bodyId: OTHER_BODY }))).toContain(
      'accept',
    );
  });
});

describe('a chair whose grant names no body', () => {
  it('chairs every body of the area', () => {
    expect(actionsFor(facts('applied'), actor(OTHER_STAFF, 'body_chair'))).toEqual(['accept', 'decline', 'withdraw']);
  });
});
