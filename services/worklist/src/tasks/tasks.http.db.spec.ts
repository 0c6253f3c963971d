import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AlertRaised, type Grant, type Page, type Problem, type QueueCounts, type TaskView } from '@accord/contracts';
import { AlertHistory, type Caller, eventually, RunningService } from '@accord/testing';
import { v7 } from 'uuid';
import { worklist } from '../worklist.service-definition';

const DISTRICT = '320505';
const grant = (role: Grant['role'], areaCode = DISTRICT): Grant => ({ role, areaCode, bodyId: null });

let service: RunningService;
let officer: Caller;

beforeAll(async () => {
  service = await RunningService.start(worklist);
  officer = await service.caller(grant('duty_officer'));
});

afterAll(() => service.stop());

/** Raised by an event that came through the log, as in production. */
async function aTask(areaCode = `${DISTRICT}001`): Promise<TaskView> {
  const alert = new AlertHistory(areaCode);
  await service.says(AlertRaised, alert.raised());
  const cityWide = await service.caller(grant('duty_officer', areaCode.slice(0, 4)));
  const page = await eventually(
    () => cityWide.get<Page<TaskView>>(`/tasks?subject=${alert.id}`),
    ({ body }) => body.total === 1,
  );
  return page.body.items[0] as TaskView;
}

describe('an alert that was raised elsewhere', () => {
  it('stands a moment later in the worklist of its duty officers, with what they may do', async () => {
    const { id } = await aTask();

    const { status, body } = await officer.get<TaskView>(`/tasks/${id}`);

    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: 'acknowledge-alert',
      title: { zh: '签收预警', en: 'Acknowledge the alert' },
      state: 'open',
      assignee: null,
      allowedActions: ['claim'],
    });
  });
});

describe('claiming and releasing over HTTP', () => {
  it('hands the task over and back', async () => {
    const { id } = await aTask();

    const claimed = await officer.post<TaskView>(`/tasks/${id}/claim`);
    const mine = await officer.get<Page<TaskView>>('/tasks?queue=mine');
    const released = await officer.post<TaskView>(`/tasks/${id}/release`);

    expect(claimed).toMatchObject({
      status: 200,
      body: { state: 'claimed', assignee: { id: officer.id, name: '李华' }, allowedActions: ['release'] },
    });
    expect(mine.body.items.map((task) => task.id)).toEqual([id]);
    expect(released).toMatchObject({ status: 200, body: { state: 'open', assignee: null, allowedActions: ['claim'] } });
  });

  it('answers a stale button with what is allowed instead, in the language asked for', async () => {
    const { id } = await aTask();
    await officer.post(`/tasks/${id}/claim`);
    const late = await service.caller(grant('duty_officer'));

    const chinese = await late.post<Problem>(`/tasks/${id}/claim`);
    const english = await late.post<Problem>(`/tasks/${id}/claim`, undefined, { 'accept-language': 'en' });

    expect(chinese).toMatchObject({
      status: 409,
      body: { code: 'ACTION_NOT_ALLOWED', details: { allowed: expect.arrayContaining(['release']) } },
    });
    expect(chinese.body.title).toContain('已认领');
    expect(english.body.title).toContain('claimed');
    expect(english.headers.get('content-type')).toContain('application/problem+json');
  });

  it('is not found outside one’s areas and refused for another role', async () => {
    const { id } = await aTask();
    const nextDoor = await service.caller(grant('duty_officer', '320506'));
    const mediator = await service.caller(grant('mediator'));

    expect(await nextDoor.get(`/tasks/${id}`)).toMatchObject({ status: 404, body: { code: 'TASK_NOT_FOUND' } });
    expect(await nextDoor.post(`/tasks/${id}/claim`)).toMatchObject({ status: 404, body: { code: 'TASK_NOT_FOUND' } });
    expect(await mediator.post(`/tasks/${id}/claim`)).toMatchObject({ status: 403, body: { code: 'TASK_NOT_YOURS' } });
  });
});

describe('the badges', () => {
  it('equal the lengths of the lists that they open', async () => {
    await aTask();

    const { body: counts } = await officer.get<QueueCounts>('/tasks/counts');

    expect(Object.keys(counts).sort()).toEqual(['due_in_3_days', 'ended', 'mine', 'overdue', 'unclaimed']);
    expect(counts.unclaimed).toBeGreaterThan(0);
    for (const [queue, count] of Object.entries(counts)) {
      const list = await officer.get<Page<TaskView>>(`/tasks?queue=${queue}&limit=200`);
      expect([queue, list.body.total, list.body.items.length]).toEqual([queue, count, count]);
    }
  });
});

describe('bad input', () => {
  it.each([
    ['GET', '/tasks?queue=nonsense', 'queue'],
    ['GET', '/tasks?limit=201', 'limit'],
    ['GET', '/tasks?limit=many', 'limit'],
    ['GET', '/tasks?subject=42', 'subject'],
    ['GET', `/tasks?cursor=${'x'.repeat(501)}`, 'cursor'],
    ['GET', '/tasks/42', 'id'],
    ['POST', '/tasks/42/claim', 'id'],
  ])('%s %s is refused, naming %s', async (method, path, field) => {
    const answer = method === 'GET' ? await officer.get<Problem>(path) : await officer.post<Problem>(path);

    expect(answer).toMatchObject({ status: 422, body: { code: 'INVALID_INPUT', errors: [{ field }] } });
  });

  it('is refused for a cursor that no page handed out', async () => {
    const answer = await officer.get<Problem>('/tasks?cursor=bm9uc2Vuc2U');

    expect(answer).toMatchObject({ status: 422, body: { code: 'CURSOR_INVALID', errors: [{ field: 'cursor' }] } });
  });

  it('is refused for a task that never was', async () => {
    expect(await officer.post(`/tasks/${v7()}/claim`)).toMatchObject({ status: 404, body: { code: 'TASK_NOT_FOUND' } });
  });

  it('is refused for a body that cannot be read or is far too large', async () => {
    const { id } = await aTask();

    expect(await officer.post(`/tasks/${id}/claim`, '{"')).toMatchObject({ status: 400, body: { code: 'MALFORMED_REQUEST' } });
    expect(await officer.post(`/tasks/${id}/claim`, `"${'x'.repeat(3 * 1024 * 1024)}"`)).toMatchObject({ status: 413 });
    expect(await officer.get(`/tasks/${id}`)).toMatchObject({ body: { state: 'open' } });
  });

  it('is refused without a sign-in', async () => {
    expect(await service.ask('GET', '/tasks')).toMatchObject({ status: 401, body: { code: 'SIGN_IN_REQUIRED' } });
  });
});
