import { describe, expect, it } from '@jest/globals';
import { AlertHistory } from '@accord/testing';
import { TaskDesk } from './task-desk.builder';

const OFFICER = '0198b2c4-0000-7000-8000-000000000004';

describe('raising an alert', () => {
  it('asks the duty officers of its area to acknowledge it in time', () => {
    const desk = new TaskDesk().hear(new AlertHistory('320505001', 'orange').raised({ acknowledgeBy: '2026-03-02T02:00:00Z' }));

    expect(desk.get('acknowledge-alert')).toMatchObject({
      state: 'open',
      audience: 'duty_officer',
      areaCode: '320505001',
      assigneeId: null,
      priority: 2,
      dueAt: new Date('2026-03-02T02:00:00Z'),
      subjectNumber: 'YJ-320505-2026-000001',
      subjectLabel: '苏州恒达电子有限公司',
    });
  });

  it('announces the task for live worklists', () => {
    const alert = new AlertHistory();

    const [task] = new TaskDesk().hear(alert.raised()).tasks;

    expect(task?.takeAnnouncements()).toMatchObject([
      {
        definition: { type: 'worklist.task-raised' },
        payload: { kind: 'acknowledge-alert', subject: { kind: 'alert', id: alert.id } },
      },
    ]);
  });
});

describe('an alert that climbs unanswered', () => {
  it('leaves the worklist below and stands, more urgent, in the one above', () => {
    const alert = new AlertHistory('320505001', 'yellow');
    const desk = new TaskDesk().hear(alert.raised(), alert.unanswered('320505', 1, '2026-03-02T09:00:00Z'));

    expect(desk.summary).toEqual(['acknowledge-alert cancelled', 'acknowledge-alert open']);
    expect(desk.get('acknowledge-alert')).toMatchObject({
      areaCode: '320505',
      priority: 2,
      dueAt: new Date('2026-03-02T09:00:00Z'),
    });
  });

  it('stays open without a limit at the top of the ladder', () => {
    const alert = new AlertHistory();
    const desk = new TaskDesk().hear(alert.raised(), alert.unanswered('3205', 3, null));

    expect(desk.get('acknowledge-alert')).toMatchObject({ state: 'open', areaCode: '3205', dueAt: null });
  });

  it('asks anew when an acknowledgement ran out', () => {
    const alert = new AlertHistory();
    const desk = new TaskDesk().hear(alert.raised(), alert.acknowledged(), alert.unanswered('320505'));

    expect(desk.summary).toEqual(['acknowledge-alert done', 'verify-alert cancelled', 'acknowledge-alert open']);
  });
});

describe('acknowledging an alert', () => {
  it('completes the task and gives the verification to whoever acknowledged', () => {
    const alert = new AlertHistory();
    const desk = new TaskDesk().hear(
      alert.raised(),
      alert.acknowledged({ acknowledgedBy: OFFICER, expiresAt: '2026-03-03T05:00:00Z' }),
    );

    expect(desk.summary).toEqual(['acknowledge-alert done', 'verify-alert open']);
    expect(desk.get('verify-alert')).toMatchObject({ assigneeId: OFFICER, dueAt: new Date('2026-03-03T05:00:00Z') });
  });

  it('is still asked for when the grading rule has escalated the alert already', () => {
    const alert = new AlertHistory('320505001', 'red');

    expect(new TaskDesk().hear(alert.raised(), alert.escalated()).open).toEqual(['acknowledge-alert']);
  });
});

describe('a person escalating an alert', () => {
  it.each(['unacknowledged', 'acknowledged'])('has it in hand: nothing more is asked while it was %s', (state) => {
    const alert = new AlertHistory();
    const desk = new TaskDesk().hear(alert.raised());
    if (state === 'acknowledged') desk.hear(alert.acknowledged());

    expect(desk.hear(alert.escalated({ escalatedBy: OFFICER })).open).toEqual([]);
  });

  it('has answered it, so that acknowledging it counts as done', () => {
    const alert = new AlertHistory();

    const desk = new TaskDesk().hear(alert.raised(), alert.escalated({ escalatedBy: OFFICER }));

    expect(desk.summary).toEqual(['acknowledge-alert done']);
  });

  it('leaves nothing to verify, which nobody has done', () => {
    const alert = new AlertHistory();

    const desk = new TaskDesk().hear(alert.raised(), alert.acknowledged(), alert.escalated({ escalatedBy: OFFICER }));

    expect(desk.summary).toEqual(['acknowledge-alert done', 'verify-alert cancelled']);
  });
});

describe('verifying an alert', () => {
  it('asks whether it needs mediation', () => {
    const alert = new AlertHistory();
    const desk = new TaskDesk().hear(alert.raised(), alert.acknowledged(), alert.verified());

    expect(desk.open).toEqual(['decide-escalation']);
    expect(desk.hear(alert.escalated()).open).toEqual([]);
  });

  it('answers an alert that the grading rule escalated and nobody acknowledged', () => {
    const alert = new AlertHistory('320505001', 'red');

    const desk = new TaskDesk().hear(alert.raised(), alert.escalated(), alert.verified());

    expect(desk.summary).toEqual(['acknowledge-alert done']);
  });

  it('answers it one rung up as well, once it has climbed', () => {
    const alert = new AlertHistory('320505001', 'red');

    const desk = new TaskDesk().hear(alert.raised(), alert.escalated(), alert.unanswered('320505'), alert.verified());

    expect(desk.summary).toEqual(['acknowledge-alert cancelled', 'acknowledge-alert done']);
  });

  it('asks nothing of an alert that is in mediation already', () => {
    const alert = new AlertHistory('320505001', 'red');

    expect(new TaskDesk().hear(alert.raised(), alert.escalated(), alert.acknowledged(), alert.verified()).open).toEqual([]);
  });
});

describe('regrading an alert', () => {
  it('makes its open tasks as urgent as the new level', () => {
    const alert = new AlertHistory('320505001', 'blue');
    const desk = new TaskDesk().hear(alert.raised(), alert.graded('red'));

    expect(desk.get('acknowledge-alert')).toMatchObject({ level: 'red', priority: 1 });
  });

  it('moves their limits to those of the new level', () => {
    const alert = new AlertHistory('320505001', 'blue');
    const desk = new TaskDesk().hear(alert.raised(), alert.graded('yellow', '2026-03-02T03:00:00Z'));

    expect(desk.get('acknowledge-alert').dueAt).toEqual(new Date('2026-03-02T03:00:00Z'));

    desk.hear(alert.acknowledged({ acknowledgedBy: OFFICER }), alert.graded('red', '2026-03-02T04:00:00Z'));

    expect(desk.get('verify-alert')).toMatchObject({ assigneeId: OFFICER, dueAt: new Date('2026-03-02T04:00:00Z'), priority: 1 });
  });

  it('leaves their limits where an older event does not name any', () => {
    const alert = new AlertHistory('320505001', 'blue');
    const desk = new TaskDesk().hear(alert.raised({ acknowledgeBy: '2026-03-02T05:00:00Z' }), alert.graded('red'));

    expect(desk.get('acknowledge-alert').dueAt).toEqual(new Date('2026-03-02T05:00:00Z'));
  });
});

describe.each(['stoodDown', 'joined'] as const)('an alert that was %s', (act) => {
  it('asks nothing of anybody from any stage', () => {
    const [raised, taken, checked] = [new AlertHistory(), new AlertHistory(), new AlertHistory()];
    const desk = new TaskDesk()
      .hear(raised.raised(), raised[act]())
      .hear(taken.raised(), taken.acknowledged(), taken[act]())
      .hear(checked.raised(), checked.acknowledged(), checked.verified(), checked[act]());

    expect(desk.open).toEqual([]);
  });
});

describe('the mediation behind an alert coming to an end', () => {
  it('tells the person who raised it, and asks nothing more when it was settled', () => {
    const alert = new AlertHistory();
    const desk = new TaskDesk().hear(alert.raised(), alert.escalated(), alert.resolved('settled'));

    expect(desk.open).toEqual(['tell-raiser']);
    expect(desk.get('tell-raiser')).toMatchObject({ assigneeId: alert.raisedBy, audience: 'post_officer' });
  });

  it.each(['failed', 'declined', 'withdrawn'] as const)(
    'gives the alert back to the duty officers when the case was %s',
    (outcome) => {
      const alert = new AlertHistory();
      const desk = new TaskDesk().hear(alert.raised(), alert.escalated(), alert.resolved(outcome));

      expect(desk.open).toEqual(['follow-up-alert', 'tell-raiser']);
      expect(desk.hear(alert.stoodDown()).open).toEqual(['tell-raiser']);
    },
  );
});
