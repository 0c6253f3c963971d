import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Grant, TaskQueue } from '@accord/contracts';
import type { Actor } from '@accord/http';
import { AlertHistory, CaseHistory } from '@accord/testing';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { Task } from './task.entity';
import { isShownTo } from './task.rules';
import { aPerson, WorklistOnPostgres } from './worklist-database.builder';

let worklist: WorklistOnPostgres;

beforeAll(async () => {
  worklist = await WorklistOnPostgres.open();
});

afterAll(() => worklist.close());

/** Districts of their own keep the tests of this file out of one another's queues. */
let districts = 100;
const aDistrict = (): string => `32${(districts += 1)}0`;

const listed = async (actor: Actor, queue?: TaskQueue): Promise<string[]> =>
  (await worklist.queues.list({ queue, limit: 200 }, actor)).items.map(({ kind }) => kind);

describe('hearing events', () => {
  it('stores what they raise and end, together with what the worklist says about it', async () => {
    const alert = new AlertHistory(aDistrict());

    await worklist.hear(alert.raised(), alert.acknowledged());

    const tasks = await worklist.worker
      .getRepository(Task)
      .find({ where: { subjectId: alert.id }, order: { generation: 'ASC' } });
    const said = await worklist.worker.query('SELECT type FROM messaging.outbox WHERE aggregate_id = ANY ($1) ORDER BY id', [
      tasks.map(({ id }) => id),
    ]);
    expect(tasks.map(({ kind, state }) => [kind, state])).toEqual([
      ['acknowledge-alert', 'done'],
      ['verify-alert', 'open'],
    ]);
    expect(said.map(({ type }: { type: string }) => type)).toEqual([
      'worklist.task-raised',
      'worklist.task-done',
      'worklist.task-raised',
    ]);
  });

  it('cancels and asks again in one step without two being open at once', async () => {
    const alert = new AlertHistory(aDistrict());

    await worklist.hear(alert.raised(), alert.unanswered('3201'), alert.unanswered('32'));

    const tasks = await worklist.worker
      .getRepository(Task)
      .find({ where: { subjectId: alert.id }, order: { generation: 'ASC' } });
    expect(tasks.map(({ state, areaCode }) => [state, areaCode])).toEqual([
      ['cancelled', alert.areaCode],
      ['cancelled', '3201'],
      ['open', '32'],
    ]);
  });

  it('takes effect once when the same events are heard again', async () => {
    const mediation = new CaseHistory(aDistrict());
    const events = [mediation.opened(), mediation.applicationReceived(), mediation.accepted(), mediation.mediatorAssigned()];
    await worklist.hear(...events);
    const before = await worklist.worker.query('SELECT * FROM tasks WHERE subject_id = $1 ORDER BY id', [mediation.id]);

    await worklist.hear(...events);

    expect(await worklist.worker.query('SELECT * FROM tasks WHERE subject_id = $1 ORDER BY id', [mediation.id])).toEqual(before);
  });

  it('leaves nothing behind when its transaction fails', async () => {
    const alert = new AlertHistory(aDistrict());
    const raised = alert.raised();
    const broken = { ...raised, payload: { ...raised.payload, areaCode: 'nowhere' } };

    await expect(worklist.hear(broken)).rejects.toThrow('areaCode');

    expect(await worklist.worker.query('SELECT 1 FROM task_subjects WHERE id = $1', [alert.id])).toEqual([]);
  });
});

describe('claiming', () => {
  async function anOpenTask(areaCode: string): Promise<Task> {
    const alert = new AlertHistory(areaCode);
    await worklist.hear(alert.raised());
    return worklist.worker.getRepository(Task).findOneByOrFail({ subjectId: alert.id });
  }

  it('gives the task to one of two who claim at once, and refuses the other', async () => {
    const areaCode = aDistrict();
    const { id } = await anOpenTask(areaCode);

    const outcomes = await Promise.allSettled([
      worklist.tasks.claim(id, aPerson({ areaCode })),
      worklist.tasks.claim(id, aPerson({ areaCode })),
    ]);

    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'ACTION_NOT_ALLOWED' } });
  });

  it('finds no task outside one’s areas', async () => {
    const { id } = await anOpenTask(aDistrict());

    await expect(worklist.tasks.claim(id, aPerson({ areaCode: aDistrict() }))).rejects.toMatchObject({ code: 'TASK_NOT_FOUND' });
  });

  it('is refused, in the area, to somebody whose role it is not', async () => {
    const areaCode = aDistrict();
    const { id } = await anOpenTask(areaCode);

    await expect(worklist.tasks.claim(id, aPerson({ areaCode, role: 'organizer' }))).rejects.toMatchObject({
      code: 'TASK_NOT_YOURS',
    });
  });

  it('never survives the event that ends the task, whichever comes first', async () => {
    const alert = new AlertHistory(aDistrict());
    await worklist.hear(alert.raised());
    const { id } = await worklist.worker.getRepository(Task).findOneByOrFail({ subjectId: alert.id });

    await Promise.allSettled([worklist.tasks.claim(id, aPerson({ areaCode: alert.areaCode })), worklist.hear(alert.stoodDown())]);

    expect(await worklist.worker.getRepository(Task).findOneByOrFail({ id })).toMatchObject({ state: 'cancelled' });
  });
});

describe('a staff member who leaves', () => {
  const changed = (staffId: string, active: boolean) => ({
    id: v7(),
    type: 'gateway.staff-member-changed' as const,
    aggregateId: staffId,
    aggregateVersion: 1,
    occurredAt: new Date('2026-03-02T03:00:00Z'),
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    payload: { staffId, active, grants: [] },
  });

  it('leaves their tasks to everybody in the role, with their limits', async () => {
    const areaCode = aDistrict();
    const [leaver, colleague] = [aPerson({ areaCode }), aPerson({ areaCode })];
    const [claimed, given] = [new AlertHistory(areaCode), new AlertHistory(areaCode)];
    await worklist.hear(claimed.raised(), given.raised(), given.acknowledged({ acknowledgedBy: leaver.id }));
    const { id } = await worklist.worker.getRepository(Task).findOneByOrFail({ subjectId: claimed.id });
    await worklist.tasks.claim(id, leaver);

    await worklist.hearOfStaff(changed(leaver.id, false));

    const { items } = await worklist.queues.list({ queue: 'unclaimed', limit: 50 }, colleague);
    expect(items.map(({ kind }) => kind).sort()).toEqual(['acknowledge-alert', 'verify-alert']);
    expect(items.every(({ dueAt, assigneeId }) => dueAt !== null && assigneeId === null)).toBe(true);
    expect(await listed(leaver, 'mine')).toEqual([]);
  });

  it('keeps them as long as only something else about them changes', async () => {
    const alert = new AlertHistory(aDistrict());
    const officer = aPerson({ areaCode: alert.areaCode });
    await worklist.hear(alert.raised(), alert.acknowledged({ acknowledgedBy: officer.id }));

    await worklist.hearOfStaff(changed(officer.id, true));

    expect(await listed(officer, 'mine')).toEqual(['verify-alert']);
  });
});

describe('a queue', () => {
  it('holds what is mine, what nobody has, what is due and what is late', async () => {
    const areaCode = aDistrict();
    const me = aPerson({ areaCode });
    worklist.clock.set('2026-03-02T02:00:00Z');
    const [late, soon, far, mine] = [
      new AlertHistory(areaCode),
      new AlertHistory(areaCode),
      new AlertHistory(areaCode),
      new AlertHistory(areaCode),
    ];
    await worklist.hear(
      late.raised({ acknowledgeBy: '2026-03-02T02:00:00Z' }),
      soon.raised({ acknowledgeBy: '2026-03-05T16:00:00Z' }),
      far.raised({ acknowledgeBy: '2026-03-05T16:00:01Z' }),
      mine.raised(),
      mine.acknowledged({ acknowledgedBy: me.id, expiresAt: '2026-03-03T00:00:00Z' }),
    );

    expect(await listed(me, 'unclaimed')).toEqual(['acknowledge-alert', 'acknowledge-alert', 'acknowledge-alert']);
    expect(await listed(me, 'mine')).toEqual(['verify-alert']);
    expect(
      (await worklist.queues.list({ queue: 'due_in_3_days', limit: 50 }, me)).items.map(({ subjectId }) => subjectId),
    ).toEqual([mine.id, soon.id]);
    expect((await worklist.queues.list({ queue: 'overdue', limit: 50 }, me)).items.map(({ subjectId }) => subjectId)).toEqual([
      late.id,
    ]);
    expect((await worklist.queues.list({ queue: 'ended', limit: 50 }, me)).items.map(({ subjectId }) => subjectId)).toEqual([
      mine.id,
    ]);
  });

  it('pages through every task once, most urgent first', async () => {
    const areaCode = aDistrict();
    const me = aPerson({ areaCode });
    for (const level of ['blue', 'red', 'yellow', 'orange', 'red'] as const)
      await worklist.hear(new AlertHistory(areaCode, level).raised());

    const priorities: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await worklist.queues.list({ queue: 'unclaimed', limit: 2, cursor }, me);
      priorities.push(...page.items.map(({ priority }) => priority));
      expect(page.total).toBe(5);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);

    expect(priorities).toEqual([1, 1, 2, 3, 4]);
  });

  it('of everything shows what is still to be done before what has ended, page by page', async () => {
    const areaCode = aDistrict();
    const me = aPerson({ areaCode });
    const [ended, calm] = [new AlertHistory(areaCode, 'red'), new AlertHistory(areaCode, 'blue')];
    await worklist.hear(ended.raised(), ended.stoodDown(), calm.raised());

    const first = await worklist.queues.list({ limit: 1 }, me);
    const second = await worklist.queues.list({ limit: 1, cursor: first.next ?? undefined }, me);

    expect([first, second].map(({ items }) => items[0]?.state)).toEqual(['open', 'cancelled']);
    expect(second.next).toBeNull();
  });

  it('refuses a cursor that is not its own, naming the field', async () => {
    const foreign = Buffer.from('["ended","2026-03-02T02:00:00.000Z","nobody"]').toString('base64url');

    await expect(worklist.queues.list({ queue: 'mine', limit: 2, cursor: foreign }, aPerson({}))).rejects.toMatchObject({
      code: 'CURSOR_INVALID',
      field: 'cursor',
    });
  });

  it('of a mediator keeps the work of other mediators out', async () => {
    const mediation = new CaseHistory(aDistrict());
    const [own, other] = [0, 1].map(() => aPerson({ role: 'mediator', areaCode: mediation.areaCode, bodyId: mediation.bodyId }));
    await worklist.hear(
      mediation.opened(),
      mediation.applicationReceived(),
      mediation.accepted(),
      mediation.mediatorAssigned(own?.id),
    );

    expect(await listed(own as Actor)).toEqual(['hold-first-session']);
    expect(await listed(other as Actor)).toEqual([]);
  });
});

describe('whatever the grants and the tasks', () => {
  const areas = ['32', '3209', '320901', '320902', '320901001', '320901002'];
  const bodies = [v7(), v7()];
  const grant = fc.record({
    role: fc.constantFrom('duty_officer', 'body_chair', 'mediator', 'post_officer', 'supervisor') as fc.Arbitrary<Grant['role']>,
    areaCode: fc.constantFrom(...areas),
    bodyId: fc.constantFrom(null, ...bodies),
  });
  const staff = [v7(), v7()];

  beforeAll(async () => {
    for (const areaCode of areas.slice(2)) {
      for (const bodyId of bodies) {
        const mediation = Object.assign(new CaseHistory(areaCode), { bodyId });
        await worklist.hear(
          mediation.opened(),
          mediation.applicationReceived(),
          mediation.deadlinePassed('med.accept', '2026-03-05'),
        );
        const led = Object.assign(new CaseHistory(areaCode), { bodyId });
        await worklist.hear(
          led.opened(),
          led.applicationReceived(),
          led.accepted(),
          led.mediatorAssigned(staff[areaCode.length % 2]),
        );
      }
      const alert = new AlertHistory(areaCode);
      await worklist.hear(alert.raised(), alert.acknowledged({ acknowledgedBy: staff[0] as string }));
      await worklist.hear(new AlertHistory(areaCode).raised());
    }
  });

  it('the database shows exactly the tasks that the rule shows, and every badge equals the length of its list', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(grant, { minLength: 1, maxLength: 3 }), fc.constantFrom(...staff, v7()), async (grants, id) => {
        const actor = Object.assign(aPerson(...grants), { id });
        const all = await worklist.worker.getRepository(Task).find();
        const inReach = all.filter(
          (task) => actor.areas.some((area) => task.areaCode.startsWith(area)) && isShownTo(actor, task),
        );

        const shown = await worklist.queues.list({ limit: 200 }, actor);
        const counts = await worklist.queues.counts(actor);

        expect(shown.items.map((task) => task.id).sort()).toEqual(inReach.map((task) => task.id).sort());
        expect(shown.total).toBe(inReach.length);
        for (const [queue, count] of Object.entries(counts)) {
          const list = await worklist.queues.list({ queue: queue as TaskQueue, limit: 200 }, actor);
          expect([queue, list.total, list.items.length]).toEqual([queue, count, count]);
        }
      }),
      { numRuns: 30, interruptAfterTimeLimit: 60_000 },
    );
  }, 90_000);
});
