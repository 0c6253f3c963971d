import { describe, expect, it } from '@jest/globals';
import type { Grant, Role } from '@accord/contracts';
import { isAmong, isShownTo, priorityOf } from './task.rules';

const ME = '0198b2c4-0000-7000-8000-000000000001';
const OTHER = '0198b2c4-0000-7000-8000-000000000002';
const OUR_BODY = '0198b2c4-0000-7000-8000-00000000000a';
const THEIR_BODY = '0198b2c4-0000-7000-8000-00000000000b';

const holding = (role: Role, areaCode: string, bodyId: string | null = null): { id: string; grants: Grant[] } => ({
  id: ME,
  grants: [{ role, areaCode, bodyId }],
});
const task = { audience: 'body_chair' as Role, areaCode: '320505001', bodyId: OUR_BODY as string | null };

describe('being among those a task is for', () => {
  it.each([
    ['the role for the very area', holding('body_chair', '320505001'), true],
    ['the role for an area around it', holding('body_chair', '3205'), true],
    ['the role for an area inside it', holding('body_chair', '320505001002'), false],
    ['the role next door', holding('body_chair', '320506'), false],
    ['another role', holding('mediator', '320505001'), false],
    ['the role in its own body', holding('body_chair', '320505', OUR_BODY), true],
    ['the role in another body', holding('body_chair', '320505', THEIR_BODY), false],
    ['no grant at all', { id: ME, grants: [] }, false],
  ])('asks of a person with %s', (_, person, among) => {
    expect(isAmong(person, task)).toBe(among);
  });

  it('asks every chair of the area while no body is known', () => {
    expect(isAmong(holding('body_chair', '320505', THEIR_BODY), { ...task, bodyId: null })).toBe(true);
  });
});

describe('standing in a worklist', () => {
  const shown = (audience: Role, assigneeId: string | null) =>
    isShownTo(holding(audience, '320505'), { ...task, audience, assigneeId });

  it('shows a duty officer what a colleague has taken on', () => {
    expect(shown('duty_officer', OTHER)).toBe(true);
  });

  it('shows a mediator unassigned work and their own, not that of another', () => {
    expect([shown('mediator', null), shown('mediator', ME), shown('mediator', OTHER)]).toEqual([true, true, false]);
  });

  it('shows what was assigned to somebody who does not hold its role', () => {
    expect(isShownTo(holding('post_officer', '320505'), { ...task, assigneeId: ME })).toBe(true);
  });
});

describe('the priority of a task', () => {
  it('follows the level of its alert, and stands in the middle without one', () => {
    expect((['red', 'orange', 'yellow', 'blue', null] as const).map((level) => priorityOf(level, 0))).toEqual([1, 2, 3, 4, 3]);
  });

  it('rises with every rung climbed unanswered, up to the first', () => {
    expect([0, 1, 2, 3, 4].map((climbed) => priorityOf('blue', climbed))).toEqual([4, 3, 2, 1, 1]);
  });
});
