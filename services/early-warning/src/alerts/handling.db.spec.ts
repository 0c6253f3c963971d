import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertView, Problem } from '@accord/contracts';
import { type Caller, RunningEarlyWarning } from '../early-warning.builder';

let service: RunningEarlyWarning;
let officer: Caller;
let duty: Caller;
let neighbour: Caller;

beforeAll(async () => {
  service = await RunningEarlyWarning.start();
  officer = await service.caller('顾秀英', ['post_officer', '320505002']);
  duty = await service.caller('陆卫东', ['duty_officer', '320505']);
  neighbour = await service.caller('吴中值班', ['duty_officer', '320506']);
});

afterAll(() => service.stop());

const ACTS: [string, object | undefined][] = [
  ['acknowledgement', undefined],
  ['verification', { headCount: 12, findings: '属实' }],
  ['escalation', {}],
  ['standing-down', { reason: 'false_alarm', note: '系误会' }],
  ['joining', { leadAlertId: '0198b2c4-0000-7000-8000-000000000001' }],
  ['grading', { level: 'red', reason: '有人受伤' }],
];

describe('an alert on its way to mediation', () => {
  it('is acknowledged, verified and escalated, and says so', async () => {
    const { id } = await officer.raises();

    await duty.post(`/alerts/${id}/acknowledgement`);
    await duty.post(`/alerts/${id}/verification`, { headCount: 15, findings: '属实' });
    const { status, body } = await duty.post<AlertView>(`/alerts/${id}/escalation`, { note: '分歧较大' });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'escalated',
      headCount: 15,
      acknowledgedBy: { id: duty.id, name: '陆卫东' },
      allowedActions: [],
    });
    expect(body.timeline.filter(({ actor }) => actor !== null).map(({ what, actor }) => [what, actor])).toEqual([
      ['raised', '顾秀英'],
      ['acknowledged', '陆卫东'],
      ['verified', '陆卫东'],
      ['escalated', '陆卫东'],
    ]);
    expect((await duty.get<AlertView>(`/alerts/${id}`)).body).toEqual(body);
    expect((await service.announced(id)).map(({ type }) => type.replace('early-warning.alert-', ''))).toEqual([
      'raised',
      'acknowledged',
      'verified',
      'escalated',
    ]);
  });

  it('takes an escalation without a body', async () => {
    const { id } = await officer.raises();

    expect((await duty.post<AlertView>(`/alerts/${id}/escalation`)).body.state).toBe('escalated');
  });

  it('escalates once when two press the button at once', async () => {
    const { id } = await officer.raises();

    const answers = await Promise.all(Array.from({ length: 6 }, () => duty.post<Problem>(`/alerts/${id}/escalation`, {})));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    expect((await service.announced(id)).filter(({ type }) => type.endsWith('escalated'))).toHaveLength(1);
  });

  it('is in the hands of one when two acknowledge at once', async () => {
    const { id } = await officer.raises();
    const other = await service.caller('另一值班员', ['duty_officer', '320505002']);

    const answers = await Promise.all([duty, other].map((caller) => caller.post(`/alerts/${id}/acknowledgement`)));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('refuses a button drawn from stale data and lists what is possible now', async () => {
    const { id } = await officer.raises();
    await duty.post(`/alerts/${id}/acknowledgement`);

    const { status, body } = await duty.post<Problem>(`/alerts/${id}/acknowledgement`);

    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
      details: { state: 'acknowledged', action: 'acknowledge', allowed: ['verify', 'escalate', 'standDown', 'join', 'regrade'] },
    });
    expect(body.title).toContain('已签收');
  });
});

describe('whoever may not act on an alert', () => {
  it.each(ACTS)('outside its area finds nothing to do %s on', async (act, request) => {
    const { id } = await officer.raises();

    const { status, body } = await neighbour.post<Problem>(`/alerts/${id}/${act}`, request);

    expect([status, body.code]).toEqual([404, 'ALERT_NOT_FOUND']);
  });

  it.each(ACTS)('without the permission is refused %s', async (act, request) => {
    const { id } = await officer.raises();

    const { status, body } = await officer.post<Problem>(`/alerts/${id}/${act}`, request);

    expect([status, body.code]).toEqual([403, 'PERMISSION_MISSING']);
  });

  it('but sees it, because of another role elsewhere, is refused by name', async () => {
    const { id } = await officer.raises();
    const dutyElsewhere = await service.caller('两头跑', ['duty_officer', '320506'], ['post_officer', '320505002']);

    const { status, body } = await dutyElsewhere.post<Problem>(`/alerts/${id}/escalation`, {});

    expect([status, body.code]).toEqual([403, 'PERMISSION_MISSING']);
  });

  it('outside its area does not find it', async () => {
    const { id } = await officer.raises();

    expect((await neighbour.get<Problem>(`/alerts/${id}`)).body.code).toBe('ALERT_NOT_FOUND');
  });

  it('is not signed in', async () => {
    expect((await fetch(`${service.url}/api/early-warning/alerts`)).status).toBe(401);
  });
});

describe('asking for an alert that is none', () => {
  it.each(ACTS)('by an unknown id answers 404 to %s', async (act, request) => {
    expect((await duty.post(`/alerts/${randomUUID()}/${act}`, request)).status).toBe(404);
  });

  it('by something that is no id names the field', async () => {
    const { status, body } = await duty.get<Problem>('/alerts/7');

    expect([status, body.errors?.[0]?.field]).toEqual([422, 'id']);
  });
});

describe('acting with what cannot be right', () => {
  it.each([
    ['verification', { headCount: 0, findings: '属实' }, 'headCount'],
    ['verification', { headCount: 12, findings: '' }, 'findings'],
    ['standing-down', { reason: 'bored', note: '不想管了' }, 'reason'],
    ['standing-down', { reason: 'false_alarm' }, 'note'],
    ['escalation', { note: '长'.repeat(1001) }, 'note'],
    ['joining', { leadAlertId: 'that one' }, 'leadAlertId'],
    ['grading', { level: 'purple', reason: '紫色' }, 'level'],
    ['grading', { level: 'blue', reason: '没有变化' }, 'level'],
  ])('names the field at fault of %s %j', async (act, request, field) => {
    const { id } = await officer.raises();

    const { status, body } = await duty.post<Problem>(`/alerts/${id}/${act}`, request);

    expect([status, body.errors?.[0]?.field]).toEqual([422, field]);
  });
});

describe('two alerts about one employer', () => {
  const raiseTwo = async (name: string, hoursApart: number) => {
    const first = await officer.raises({ employer: { name } });
    service.clock.advance(hoursApart * 3_600_000);
    const second = await officer.raises({ employer: { name } });
    service.clock.advance(-hoursApart * 3_600_000);
    return [first, second] as const;
  };

  it.each([
    ['48 hours apart are shown side by side', 48, 1],
    ['more than 48 hours apart are not', 48.001, 0],
  ])('%s', async (name, hoursApart, shown) => {
    const [first, second] = await raiseTwo(name, hoursApart);

    expect(second.duplicates.map(({ id }) => id)).toEqual(shown === 1 ? [first.id] : []);
    expect((await officer.get<AlertView>(`/alerts/${first.id}`)).body.duplicates).toHaveLength(shown);
  });

  it('are joined by a person only, on both timelines', async () => {
    const [first, second] = await raiseTwo('并入工厂', 1);

    const { body } = await duty.post<AlertView>(`/alerts/${second.id}/joining`, { leadAlertId: first.id });
    const lead = (await duty.get<AlertView>(`/alerts/${first.id}`)).body;

    expect(body).toMatchObject({ state: 'joined', joinedInto: first.id, acknowledgeBy: null });
    expect(lead.timeline.at(-1)).toMatchObject({ what: 'joined_by', actor: '陆卫东' });
    expect(lead.duplicates).toEqual([]);
  });

  it('joined crosswise at once leave one that leads', async () => {
    const [first, second] = await raiseTwo('交叉并入工厂', 1);

    const answers = await Promise.all([
      duty.post(`/alerts/${second.id}/joining`, { leadAlertId: first.id }),
      duty.post(`/alerts/${first.id}/joining`, { leadAlertId: second.id }),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it.each([
    ['that does not exist', () => randomUUID()],
    ['in another area', () => elsewhere],
  ])('are not joined to one %s', async (_, leadId) => {
    const { id } = await officer.raises();

    const { status, body } = await duty.post<Problem>(`/alerts/${id}/joining`, { leadAlertId: leadId() });

    expect([status, body.code, body.errors?.[0]?.field]).toEqual([422, 'LEAD_ALERT_UNFIT', 'leadAlertId']);
  });

  let elsewhere: string;
  beforeAll(async () => {
    const other = await service.caller('吴中', ['post_officer', '320506001']);
    elsewhere = (await other.raises({ areaCode: '320506001' })).id;
  });
});
