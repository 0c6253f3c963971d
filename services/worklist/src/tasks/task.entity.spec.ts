import { describe, expect, it } from '@jest/globals';
import { type Grant, Role, type TaskState } from '@accord/contracts';
import { AlertHistory } from '@accord/testing';
import { v7 } from 'uuid';
import type { Task } from './task.entity';
import { TaskDesk } from './task-desk.builder';

const NOW = new Date('2026-03-02T02:00:00Z');
const COLLEAGUE = v7();

const someone = (role: Role = 'duty_officer', areaCode = '320505') => ({
  id: v7(),
  name: '王明',
  grants: [{ role, areaCode, bodyId: null }] as Grant[],
});

function anUnclaimedTask(): Task {
  const task = new TaskDesk().hear(new AlertHistory().raised()).get('acknowledge-alert');
  task.takeAnnouncements();
  return task;
}

function aTaskAssignedTo(acknowledgedBy: string): Task {
  const alert = new AlertHistory();
  return new TaskDesk().hear(alert.raised(), alert.acknowledged({ acknowledgedBy })).get('verify-alert');
}

function aNotice(): { notice: Task; raisedBy: string } {
  const alert = new AlertHistory();
  const notice = new TaskDesk().hear(alert.raised(), alert.escalated(), alert.resolved('settled')).get('tell-raiser');
  notice.takeAnnouncements();
  return { notice, raisedBy: alert.raisedBy };
}

describe('claiming a task', () => {
  it('makes it one’s own and announces it', () => {
    const [task, officer] = [anUnclaimedTask(), someone()];

    task.claim(officer, NOW);

    expect(task).toMatchObject({ state: 'claimed', assigneeId: officer.id, assigneeName: '王明' });
    expect(task.takeAnnouncements()).toMatchObject([
      { definition: { type: 'worklist.task-claimed' }, payload: { assigneeId: officer.id } },
    ]);
  });

  it('is refused to the second of two, with what is allowed instead', () => {
    const task = anUnclaimedTask();
    task.claim(someone(), NOW);

    expect(() => task.claim(someone(), NOW)).toThrow(expect.objectContaining({ code: 'ACTION_NOT_ALLOWED', kind: 'refused' }));
  });

  it.each([
    ['another role', someone('post_officer')],
    ['the role next door', someone('duty_officer', '320506')],
  ])('is refused to %s', (_, stranger) => {
    expect(() => anUnclaimedTask().claim(stranger, NOW)).toThrow(
      expect.objectContaining({ code: 'TASK_NOT_YOURS', kind: 'forbidden' }),
    );
  });

  it('is refused where the case has named a colleague', () => {
    expect(() => aTaskAssignedTo(COLLEAGUE).claim(someone(), NOW)).toThrow(expect.objectContaining({ code: 'TASK_NOT_YOURS' }));
  });

  it('is needless where the case has named oneself', () => {
    const officer = someone();

    expect(() => aTaskAssignedTo(officer.id).claim(officer, NOW)).toThrow(
      expect.objectContaining({ code: 'TASK_ALREADY_YOURS' }),
    );
  });

  it('ends a notice for the person it is for', () => {
    const { notice, raisedBy } = aNotice();

    notice.claim({ ...someone('post_officer'), id: raisedBy }, NOW);

    expect(notice).toMatchObject({ state: 'done', endedAt: NOW, endedBecauseOf: 'confirmed' });
    expect(notice.takeAnnouncements()).toMatchObject([{ definition: { type: 'worklist.task-done' } }]);
  });
});

describe('releasing a task', () => {
  it('gives it back to everybody in the role', () => {
    const [task, officer] = [anUnclaimedTask(), someone()];
    task.claim(officer, NOW);
    task.takeAnnouncements();

    task.release(officer);

    expect(task).toMatchObject({ state: 'open', assigneeId: null, assigneeName: null });
    expect(task.takeAnnouncements()).toMatchObject([
      { definition: { type: 'worklist.task-reassigned' }, payload: { assigneeId: null, formerAssigneeId: officer.id } },
    ]);
  });

  it('is refused to anybody else', () => {
    const task = anUnclaimedTask();
    task.claim(someone(), NOW);

    expect(() => task.release(someone())).toThrow(expect.objectContaining({ code: 'TASK_NOT_YOURS' }));
  });

  it('is refused of work that the case gave to a person', () => {
    const officer = someone();

    expect(() => aTaskAssignedTo(officer.id).release(officer)).toThrow(expect.objectContaining({ code: 'ACTION_NOT_ALLOWED' }));
  });
});

describe('the actions that a task offers', () => {
  const states: Record<TaskState, (task: Task, owner: ReturnType<typeof someone>) => void> = {
    open: () => {},
    claimed: (task, owner) => task.claim(owner, NOW),
    done: (task) => task.complete({ type: 'early-warning.alert-acknowledged', occurredAt: NOW } as never),
    cancelled: (task) => task.cancel({ type: 'early-warning.alert-stood-down', occurredAt: NOW } as never),
  };
  const attempts = Object.keys(states).flatMap((state) =>
    Role.options.flatMap((role) =>
      ['320505001', '320505', '320506'].flatMap((area) => [true, false].map((own) => ({ state, role, area, own }))),
    ),
  );

  it.each(attempts)('are exactly those that succeed: $state, $role of $area, own: $own', ({ state, role, area, own }) => {
    const prepare = (): { task: Task; person: ReturnType<typeof someone> } => {
      const [task, owner] = [anUnclaimedTask(), someone()];
      states[state as TaskState](task, owner);
      return { task, person: { ...someone(role, area), id: own ? owner.id : v7() } };
    };
    const works = (act: 'claim' | 'release'): boolean => {
      const { task, person } = prepare();
      try {
        if (act === 'claim') task.claim(person, NOW);
        else task.release(person);
        return true;
      } catch {
        return false;
      }
    };
    const { task, person } = prepare();

    expect(task.allowedActions(person)).toEqual((['claim', 'release'] as const).filter(works));
  });
});
