import { describe, expect, it } from '@jest/globals';
import { OnDuty } from '../duty/on-duty';
import type { Alert } from './alert.entity';
import {
  aJoinedAlert,
  after,
  aRaisedAlert,
  aSelfEscalatedAlert,
  aVerifiedAlert,
  anAcknowledgedAlert,
  anAlertWhoseCase,
  anEscalatedAlert,
  CALM,
  CASE,
  DUTY,
  MORNING,
  OFFICER,
  PROPOSED,
} from './alert.builder';

const said = (alert: Alert) =>
  alert.takeAnnouncements().map(({ definition, payload }) => [definition.type.replace('early-warning.alert-', ''), payload]);
const types = (alert: Alert) => said(alert).map(([type]) => type);
const lines = (alert: Alert) => alert.takeLines().map(({ what }) => what);
const silent = (alert: Alert): Alert => {
  alert.takeAnnouncements();
  alert.takeLines();
  return alert;
};

describe('raising an alert', () => {
  it('grades it, waits for an acknowledgement and announces both', () => {
    const alert = aRaisedAlert();

    expect(alert).toMatchObject({ state: 'raised', level: 'blue', rung: 0, rungArea: '320505002' });
    expect(alert.answerDueAt).toEqual(new Date('2026-11-19T11:00:00+08:00')); // 8 working hours: 2 before lunch, 4 after it, 2 the next day
    expect(said(alert)).toEqual([['raised', expect.objectContaining({ level: 'blue', headCount: 12, raisedBy: OFFICER.id })]]);
    expect(lines(alert)).toEqual(['raised', 'graded', 'awaits_acknowledgement']);
  });

  it.each([
    [199, ['raised']],
    [200, ['raised', 'escalated']],
    [1000, ['raised', 'escalated']],
  ])('of %i people announces %j', (headCount, announced) => {
    expect(types(aRaisedAlert({ headCount }))).toEqual(announced);
  });

  it('that escalates itself names no person, and still waits for one', () => {
    const alert = aSelfEscalatedAlert();

    expect(said(alert)[1]).toEqual(['escalated', expect.objectContaining({ escalatedBy: null, level: 'orange' })]);
    expect(alert.awaitsAcknowledgement).toBe(true);
    expect(alert.answerDueAt).toEqual(after(60));
  });

  it('waits fifteen minutes for a red one, also at night', () => {
    const night = new Date('2026-11-21T23:50:00+08:00');

    expect(aRaisedAlert({ headCount: 1000 }, night).answerDueAt).toEqual(new Date('2026-11-22T00:05:00+08:00'));
  });

  it('takes another level only with a reason', () => {
    expect(() => aRaisedAlert({ level: 'orange' })).toThrow(
      expect.objectContaining({ code: 'LEVEL_REASON_REQUIRED', field: 'levelReason' }),
    );
    expect(aRaisedAlert({ level: 'orange', levelReason: '老板失联' })).toMatchObject({ level: 'orange', state: 'escalated' });
  });

  it('asks no reason for the level that the rule gives anyway', () => {
    expect(aRaisedAlert({ level: 'blue' }).grading.overruledBy).toBeNull();
  });

  it('overruled downwards does not escalate', () => {
    expect(aRaisedAlert({ headCount: 300, level: 'yellow', levelReason: '已复工' }).state).toBe('raised');
  });

  it('is refused for trouble of the future, to the millisecond', () => {
    const ahead = new Date(MORNING.getTime() + 1).toISOString();

    expect(() => aRaisedAlert({ occurredAt: ahead })).toThrow(
      expect.objectContaining({ code: 'DATE_IN_FUTURE', field: 'occurredAt' }),
    );
    expect(aRaisedAlert({ occurredAt: MORNING.toISOString() }).occurredAt).toEqual(MORNING);
  });
});

describe('acknowledging', () => {
  it('puts a named person in charge until the acknowledgement runs out', () => {
    const alert = silent(aRaisedAlert());

    alert.acknowledge(DUTY, after(5));

    expect(alert).toMatchObject({ state: 'acknowledged', acknowledgedBy: DUTY.id, acknowledgedByName: DUTY.name });
    expect(alert.answerDueAt).toEqual(new Date('2026-11-24T00:00:00+08:00')); // 3 working days after Wednesday: Monday, to its end
    expect(types(alert)).toEqual(['acknowledged']);
  });

  it('of one that escalated itself stops the ladder and leaves it with its case', () => {
    const alert = aSelfEscalatedAlert();

    alert.acknowledge(DUTY, after(5));

    expect(alert).toMatchObject({ state: 'escalated', answerDueAt: null });
    expect(alert.offeredActions).toEqual(['verify']);
  });

  it('is offered to nobody once somebody has it in hand', () => {
    expect(() => anEscalatedAlert().acknowledge(OFFICER, after(50))).toThrow(
      expect.objectContaining({ code: 'ACTION_NOT_ALLOWED' }),
    );
  });
});

describe('verifying', () => {
  it('ends the waiting and grades by what was found', () => {
    const alert = silent(anAcknowledgedAlert());

    alert.verify({ headCount: 60, findings: '属实' }, PROPOSED, DUTY, after(30));

    expect(alert).toMatchObject({ state: 'verified', headCount: 60, level: 'yellow', answerDueAt: null });
    expect(said(alert)).toEqual([
      ['verified', expect.objectContaining({ headCount: 60 })],
      ['graded', expect.objectContaining({ level: 'yellow', formerLevel: 'blue', ruleVersion: 1 })],
    ]);
  });

  it('escalates by the rule where what was found is grave enough', () => {
    const alert = silent(anAcknowledgedAlert());

    alert.verify({ headCount: 20, findings: '堵门', signs: { ...CALM, roadBlocked: true } }, PROPOSED, DUTY, after(30));

    expect(alert).toMatchObject({ state: 'escalated', level: 'orange', escalatedBy: null, answerDueAt: null });
    expect(types(alert)).toEqual(['verified', 'graded', 'escalated']);
  });

  it('keeps a level that a person chose, unless the rule now gives a graver one', () => {
    const chosen = () => anAcknowledgedAlert({ level: 'yellow', levelReason: '有前科' });
    const [calmer, graver] = [chosen(), chosen()];

    calmer.verify({ headCount: 12, findings: '属实' }, PROPOSED, DUTY, after(30));
    graver.verify({ headCount: 1000, findings: '属实' }, PROPOSED, DUTY, after(30));

    expect([calmer.level, graver.level]).toEqual(['yellow', 'red']);
  });

  it('of an escalated alert does not escalate it again', () => {
    const alert = silent(aSelfEscalatedAlert());

    alert.verify({ headCount: 1000, findings: '属实' }, PROPOSED, DUTY, after(30));

    expect(types(alert)).toEqual(['verified', 'graded']);
  });
});

describe('escalating', () => {
  it('announces everything a case needs, and who decided', () => {
    const alert = silent(aVerifiedAlert());

    alert.escalate('分歧较大', DUTY, after(40));

    expect(said(alert)).toEqual([
      [
        'escalated',
        {
          alertId: alert.id,
          areaCode: '320505002',
          alertNo: alert.alertNo,
          employer: { id: alert.employerId, name: alert.employerName },
          claimTypes: ['unpaid_wages'],
          headCount: 12,
          level: 'blue',
          escalatedBy: DUTY.id,
        },
      ],
    ]);
  });

  it('straight after raising answers for the alert too', () => {
    const alert = aRaisedAlert();

    alert.escalate(undefined, DUTY, after(1));

    expect(alert).toMatchObject({ state: 'escalated', answerDueAt: null, answered: true });
  });

  it('happens once in an alert’s life, also after its case was given back', () => {
    expect(() => anAlertWhoseCase('declined').escalate(undefined, DUTY, after(6000))).toThrow(
      expect.objectContaining({
        code: 'ACTION_NOT_ALLOWED',
        details: { state: 'verified', action: 'escalate', allowed: ['standDown', 'join', 'regrade'] },
      }),
    );
  });
});

describe('joining', () => {
  it('is told on both timelines', () => {
    const [alert, lead] = [silent(aRaisedAlert()), silent(aVerifiedAlert())];

    alert.join(lead, DUTY, after(50));

    expect(alert).toMatchObject({ state: 'joined', joinedInto: lead.id, answerDueAt: null });
    expect([lines(alert), lines(lead)]).toEqual([['joined'], ['joined_by']]);
    expect(types(lead)).toEqual([]);
  });

  it.each([
    ['itself', (alert: Alert) => alert],
    ['one that was stood down', () => standDown(aRaisedAlert())],
    ['one that was itself joined', aJoinedAlert],
    ['one that was resolved', () => anAlertWhoseCase('settled')],
  ])('to %s is refused', (_, leadFor) => {
    const alert = aRaisedAlert();

    expect(() => alert.join(leadFor(alert), DUTY, after(50))).toThrow(
      expect.objectContaining({ code: 'LEAD_ALERT_UNFIT', field: 'leadAlertId' }),
    );
    expect(alert.state).toBe('raised');
  });
});

describe('regrading', () => {
  it('starts the limit of the new level', () => {
    const alert = silent(aRaisedAlert());

    alert.regrade({ level: 'yellow', reason: '人数在增加' }, PROPOSED, DUTY, after(20));

    expect(alert).toMatchObject({ state: 'raised', level: 'yellow' });
    expect(alert.answerDueAt).toEqual(new Date('2026-11-18T15:20:00+08:00')); // 4 working hours from 10:20, lunch left out
    expect(types(alert)).toEqual(['graded']);
  });

  it('shortens an acknowledgement that stands already, and says so', () => {
    const alert = silent(anAcknowledgedAlert());

    alert.regrade({ level: 'yellow', reason: '人数在增加' }, PROPOSED, DUTY, after(20));

    expect(alert.answerDueAt).toEqual(new Date('2026-11-20T00:00:00+08:00')); // 1 working day after Wednesday, to its end
    expect(lines(alert)).toEqual(['regraded', 'acknowledgement_stands']);
  });

  it('to a level that escalates itself escalates', () => {
    const alert = silent(aVerifiedAlert());

    alert.regrade({ level: 'red', reason: '有人受伤' }, PROPOSED, DUTY, after(50));

    expect(alert.state).toBe('escalated');
    expect(types(alert)).toEqual(['graded', 'escalated']);
  });

  it('of an alert whose case was given back does not escalate it again', () => {
    const alert = silent(anAlertWhoseCase('declined'));

    alert.regrade({ level: 'red', reason: '有人受伤' }, PROPOSED, DUTY, after(6000));

    expect(types(alert)).toEqual(['graded']);
  });

  it('to the level it has is refused', () => {
    expect(() => aRaisedAlert().regrade({ level: 'blue', reason: '无' }, PROPOSED, DUTY, after(1))).toThrow(
      expect.objectContaining({ code: 'LEVEL_UNCHANGED', field: 'level' }),
    );
  });
});

describe('an alert that nobody acknowledges', () => {
  it('climbs from town to district to city, each with a limit of its own, and says when it can climb no further', () => {
    const alert = silent(aSelfEscalatedAlert());

    for (let limit = 1; limit <= 4; limit += 1) alert.runOutOfTime(after(60 * limit), OnDuty.unknown);

    expect(said(alert)).toEqual([
      ['unanswered', expect.objectContaining({ climbedToArea: '320505', rung: 1, acknowledgeBy: after(120).toISOString() })],
      ['unanswered', expect.objectContaining({ climbedToArea: '3205', rung: 2, acknowledgeBy: after(180).toISOString() })],
      ['unanswered', expect.objectContaining({ climbedToArea: '3205', rung: 2, acknowledgeBy: null })],
    ]);
    expect(lines(alert)).toContain('nobody_notified');
    expect(alert.offeredActions).toContain('acknowledge');
  });

  it('does not climb a millisecond early', () => {
    const alert = silent(aSelfEscalatedAlert());

    alert.runOutOfTime(new Date(after(60).getTime() - 1), OnDuty.unknown);

    expect(types(alert)).toEqual([]);
  });

  it('stays where it is once somebody escalated it', () => {
    const alert = silent(anEscalatedAlert());

    alert.runOutOfTime(after(100_000), OnDuty.unknown);

    expect(types(alert)).toEqual([]);
  });
});

describe('an alert that waits where nobody is on duty', () => {
  const onlyTheCity = new OnDuty(['3205']);
  const nobody = new OnDuty([]);
  const silences = (alert: Alert) => alert.takeLines().filter(({ what }) => what === 'nobody_notified').length;

  it.each([
    ['says so when it is raised', nobody, 1],
    ['says nothing where somebody above covers it', onlyTheCity, 0],
    ['says nothing before any staff is known', OnDuty.unknown, 0],
  ])('%s', (_, onDuty, said) => {
    expect(silences(aRaisedAlert({}, MORNING, onDuty))).toBe(said);
  });

  it('says so again on the next rung', () => {
    const alert = silent(aSelfEscalatedAlert());

    alert.runOutOfTime(after(60), nobody);

    expect(silences(alert)).toBe(1);
  });
});

describe('an acknowledgement that runs out', () => {
  const expiry = new Date('2026-11-24T00:00:00+08:00');

  it('opens the alert again one rung up', () => {
    const alert = silent(anAcknowledgedAlert());

    alert.runOutOfTime(expiry, OnDuty.unknown);

    expect(alert).toMatchObject({ state: 'raised', acknowledgedBy: null, rungArea: '320505' });
    expect(lines(alert)).toEqual(['acknowledgement_expired', 'climbed', 'awaits_acknowledgement']);
    expect(types(alert)).toEqual(['unanswered']);
  });

  it('at the top asks the top once more', () => {
    const alert = aRaisedAlert({ areaCode: '3205' });
    alert.acknowledge(DUTY, after(5));

    alert.runOutOfTime(expiry, OnDuty.unknown);

    expect(alert).toMatchObject({ state: 'raised', rungArea: '3205', rung: 0 });
    expect(alert.answerDueAt).not.toBeNull();
  });
});

describe('the end of the mediation', () => {
  it.each([
    ['settled', 'resolved', []],
    ['failed', 'unresolved', ['standDown']],
    ['declined', 'verified', ['standDown', 'join', 'regrade']],
    ['withdrawn', 'verified', ['standDown', 'join', 'regrade']],
  ] as const)('as %s leaves the alert %s, offering %j', (outcome, state, offered) => {
    const alert = anAlertWhoseCase(outcome);

    expect(alert).toMatchObject({ state, outcome });
    expect(alert.offeredActions).toEqual(offered);
    expect(said(alert).at(-1)).toEqual(['resolved', expect.objectContaining({ caseId: CASE.id, outcome, raisedBy: OFFICER.id })]);
  });

  it('is not told of a case that the alert does not know', () => {
    expect(() => anEscalatedAlert().endMediation('settled', after(5000))).toThrow('a mediation that ended had a case');
  });

  it('links the case once', () => {
    const alert = silent(anEscalatedAlert());

    alert.noteCase(CASE.id, CASE.no, after(41));
    alert.noteCase(CASE.id, CASE.no, after(42));

    expect(lines(alert)).toEqual(['case_opened']);
  });
});

function standDown(alert: Alert): Alert {
  alert.standDown({ reason: 'false_alarm', note: '系误会' }, DUTY, after(10));
  return alert;
}
