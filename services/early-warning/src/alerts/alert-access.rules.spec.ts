import { describe, expect, it } from '@jest/globals';
import { AlertAction, Role } from '@accord/contracts';
import { Actor, ROLE_PERMISSIONS } from '@accord/http';
import { allowedActions } from './alert-access.rules';
import { after, alertsInEveryState, aRaisedAlert, DUTY, PROPOSED } from './alert.builder';
import type { Alert } from './alert.entity';

const OFFERED: Record<keyof typeof alertsInEveryState, AlertAction[]> = {
  raised: ['acknowledge', 'escalate', 'standDown', 'join', 'regrade'],
  acknowledged: ['verify', 'escalate', 'standDown', 'join', 'regrade'],
  verified: ['escalate', 'standDown', 'join', 'regrade'],
  escalated: [],
  resolved: [],
  unresolved: ['standDown'],
  stood_down: [],
  joined: [],
  'escalated by the rule': ['acknowledge', 'verify'],
  'given back': ['standDown', 'join', 'regrade'],
};

const MAY: Partial<Record<Role, AlertAction[]>> = {
  duty_officer: ['acknowledge', 'verify', 'escalate', 'standDown', 'join', 'regrade'],
  supervisor: ['escalate', 'standDown', 'regrade'],
};

const LATER = after(10_000);
const ACT: Record<AlertAction, (alert: Alert) => void> = {
  acknowledge: (alert) => alert.acknowledge(DUTY, LATER),
  verify: (alert) => alert.verify({ headCount: 1, findings: '属实' }, PROPOSED, DUTY, LATER),
  escalate: (alert) => alert.escalate(undefined, DUTY, LATER),
  standDown: (alert) => alert.standDown({ reason: 'false_alarm', note: '系误会' }, DUTY, LATER),
  join: (alert) => alert.join(aRaisedAlert(), DUTY, LATER),
  regrade: (alert) => alert.regrade({ level: 'red', reason: '有人受伤' }, PROPOSED, DUTY, LATER),
};

const granted = (role: Role, areaCode: string): Actor =>
  new Actor('0198b2c4-0000-7000-8000-000000000009', '某人', [{ role, areaCode, bodyId: null }]);

const table = Object.keys(alertsInEveryState).flatMap((state) =>
  Role.options.map((role) => ({ state: state as keyof typeof alertsInEveryState, role })),
);

describe('what a person may do with an alert', () => {
  it.each(table)('$state, $role: exactly what the state offers and the role holds', ({ state, role }) => {
    const allowed = allowedActions(alertsInEveryState[state](), granted(role, '320505'));

    expect(allowed).toEqual(OFFERED[state].filter((action) => MAY[role]?.includes(action)));
  });

  it.each(Role.options)('outside the area of the grant is nothing for %s', (role) => {
    expect(allowedActions(alertsInEveryState.raised(), granted(role, '320506'))).toEqual([]);
  });

  it('covers every role that may act at all', () => {
    const acting = Role.options.filter((role) =>
      (ROLE_PERMISSIONS[role] as readonly string[]).some((permission) => /^alert\.(?!read|raise)/.test(permission)),
    );

    expect(acting).toEqual(['duty_officer', 'supervisor']);
  });
});

describe('doing what is not offered', () => {
  const refusals = Object.keys(alertsInEveryState).flatMap((state) =>
    AlertAction.options
      .filter((action) => !OFFERED[state as keyof typeof OFFERED].includes(action))
      .map((action) => ({ state: state as keyof typeof OFFERED, action })),
  );

  it.each(refusals)('$state refuses $action, lists what it offers and changes nothing', ({ state, action }) => {
    const alert = alertsInEveryState[state]();
    alert.takeAnnouncements();
    const before = JSON.stringify(alert);

    expect(() => ACT[action](alert)).toThrow(
      expect.objectContaining({
        code: 'ACTION_NOT_ALLOWED',
        details: expect.objectContaining({ action, allowed: OFFERED[state] }),
      }),
    );
    expect(JSON.stringify(alert)).toBe(before);
    expect(alert.takeAnnouncements()).toEqual([]);
  });
});
