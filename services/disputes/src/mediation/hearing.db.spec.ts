import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { day, type Person, person, RunningDisputes } from '../running-disputes.builder';

let disputes: RunningDisputes;
let body: Awaited<ReturnType<RunningDisputes['registerBody']>>;
let chair: Person;
let mediator: Person;

beforeAll(async () => {
  disputes = await RunningDisputes.start();
  body = await disputes.registerBody({ staff: [randomUUID(), randomUUID()] });
  chair = person('body_chair', { bodyId: body.id, name: '沈建国' });
  mediator = person('mediator', { id: body.mediators[0]?.staffId, name: '陆文娟' });
}, 60_000);
afterAll(() => disputes.stop());

const consent = (given = true) => ({ given, on: day(0), how: 'signed' });
const BOTH = { applicantConsent: consent(), respondentConsent: consent() };
const TERMS = { terms: '三月底前付清工资', amountFen: 46_000_00 };
const signed = () => ({ applicantSignedOn: day(0), respondentSignedOn: day(0), mediatorSignedOn: day(0), bodySealedOn: day(0) });
const session = (given = {}) => ({
  heldOn: day(0),
  place: '镇调解室',
  present: ['applicant', 'respondent'],
  record: '双方陈述',
  ...given,
});

async function anOpenedCase(): Promise<string> {
  return disputes.caseOf(await disputes.escalate());
}

async function aCaseInMediation(): Promise<string> {
  const id = await anOpenedCase();
  await disputes.post(`/cases/${id}/acceptance`, chair, BOTH);
  const assigned = await disputes.post(`/cases/${id}/mediator`, chair, { mediatorId: body.mediators[0]?.id });
  expect(assigned.status).toBe(200);
  return id;
}

describe('a case from its opening to the agreement', () => {
  it('is heard by those who stand to it, and tells every act', async () => {
    const id = await anOpenedCase();
    const applied = await disputes.post(`/cases/${id}/application`, mediator, {
      form: 'written',
      applicant: { name: '王秀英' },
      request: '支付工资',
    });
    const accepted = await disputes.post(`/cases/${id}/acceptance`, chair, BOTH);
    const assigned = await disputes.post(`/cases/${id}/mediator`, chair, { mediatorId: body.mediators[0]?.id });
    const held = await disputes.post(`/cases/${id}/sessions`, mediator, session());
    const drafted = await disputes.post(`/cases/${id}/agreement`, mediator, { ...TERMS, applicantSignedOn: day(0) });
    const settled = await disputes.post(`/cases/${id}/agreement`, mediator, { ...TERMS, ...signed() });

    expect([applied, accepted, assigned, held, drafted, settled].map(({ status, body: file }) => [status, file.state])).toEqual([
      [200, 'applied'],
      [200, 'accepted'],
      [200, 'in_mediation'],
      [201, 'in_mediation'],
      [200, 'agreed'],
      [200, 'settled'],
    ]);
    expect(drafted.body).toMatchObject({
      agreement: { missing: ['respondent_signature', 'mediator_signature', 'body_seal'], inForceOn: null },
    });
    expect(settled.body).toMatchObject({
      agreement: { missing: [], inForceOn: day(0), amountFen: 46_000_00 },
      allowedActions: [],
      nextDue: null,
    });
    expect(await disputes.announced(id)).toEqual([
      'disputes.case-opened',
      'disputes.application-received',
      'disputes.case-accepted',
      'disputes.mediator-assigned',
      'disputes.session-held',
      'disputes.agreement-drafted',
      'disputes.agreement-drafted',
      'disputes.case-settled',
    ]);
    expect(settled.body.timeline).toContainEqual(expect.objectContaining({ what: 'session-held', actor: '陆文娟' }));
    expect(settled.body).toMatchObject({
      clocks: [
        { key: 'med.limit', state: 'met' },
        { key: 'med.lawlimit', state: 'met' },
        { key: 'med.accept', state: 'met' },
        { key: 'fed.reach-both-sides', state: 'met' },
      ],
    });
  });

  it('leaves no limit waiting once it has ended', async () => {
    const id = await aCaseInMediation();

    const failed = await disputes.post(`/cases/${id}/failure`, mediator, { reason: 'no_agreement', note: '差距过大' });

    expect(failed.body).toMatchObject({ state: 'failed', closingNote: '差距过大', overdue: false });
    expect(failed.body.routesThatRemain).toContainEqual(expect.objectContaining({ zh: expect.stringContaining('仲裁') }));
    expect(await disputes.sql(`SELECT kind FROM deadlines WHERE aggregate_id = $1 AND state = 'waiting'`, [id])).toEqual([]);
  });

  it('may be withdrawn', async () => {
    const id = await aCaseInMediation();

    expect(await disputes.post(`/cases/${id}/withdrawal`, mediator, { note: '自行和解' })).toMatchObject({
      status: 200,
      body: { state: 'withdrawn' },
    });
    expect((await disputes.announced(id)).at(-1)).toBe('disputes.case-withdrawn');
  });

  it('may be declined, with the routes that remain', async () => {
    const id = await anOpenedCase();

    const declined = await disputes.post(`/cases/${id}/refusal`, chair, {
      reason: 'respondent_unwilling',
      note: '单位来电不参加',
    });

    expect(declined).toMatchObject({ status: 200, body: { state: 'declined' } });
    expect((declined.body.routesThatRemain as unknown[]).length).toBeGreaterThan(0);
  });
});

describe('two people at once', () => {
  it('accept a case once: the second is told what is possible now', async () => {
    const id = await anOpenedCase();

    const answers = await Promise.all([1, 2].map(() => disputes.post(`/cases/${id}/acceptance`, chair, BOTH)));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
    expect((await disputes.announced(id)).filter((type) => type === 'disputes.case-accepted')).toHaveLength(1);
  });

  it('record two sessions with two numbers', async () => {
    const id = await aCaseInMediation();

    await Promise.all(['上午', '下午'].map((record) => disputes.post(`/cases/${id}/sessions`, mediator, session({ record }))));

    expect((await disputes.get(`/cases/${id}`, mediator)).body).toMatchObject({ sessions: [{ number: 1 }, { number: 2 }] });
  });
});

describe('recording a session again', () => {
  it('records nothing more, also after the case has moved on', async () => {
    const id = await aCaseInMediation();
    const key = { 'idempotency-key': randomUUID() };
    await disputes.post(`/cases/${id}/sessions`, mediator, session(), key);
    await disputes.post(`/cases/${id}/agreement`, mediator, TERMS);

    const again = await disputes.post(`/cases/${id}/sessions`, mediator, session(), key);

    expect(again).toMatchObject({ status: 201, body: { state: 'agreed', sessions: [{ number: 1 }] } });
    expect(again.body.sessions).toHaveLength(1);
  });
});

describe('who may act', () => {
  const elsewhere = () => person('body_chair', { areaCode: '320506' });

  it.each(['GET', 'POST'])('nobody outside the area so much as learns that the case exists (%s)', async (method) => {
    const id = await anOpenedCase();
    const path = method === 'GET' ? `/cases/${id}` : `/cases/${id}/acceptance`;

    const answer = await disputes.ask(method, path, { as: elsewhere(), body: method === 'GET' ? undefined : BOTH });

    expect(answer).toMatchObject({ status: 404, body: { code: 'CASE_NOT_FOUND' } });
  });

  it('the list outside the area is empty and counts nothing', async () => {
    expect((await disputes.get('/cases', elsewhere())).body).toEqual({ items: [], next: null, total: 0 });
  });

  it('another mediator of the area may read and not record', async () => {
    const id = await aCaseInMediation();
    const other = person('mediator', { id: body.mediators[1]?.staffId });

    expect((await disputes.get(`/cases/${id}`, other)).status).toBe(200);
    expect(await disputes.post(`/cases/${id}/sessions`, other, session())).toMatchObject({
      status: 403,
      body: { code: 'NOT_YOUR_CASE' },
    });
  });

  it('a chair of another body neither accepts nor takes the case over', async () => {
    const id = await anOpenedCase();
    const other = await disputes.registerBody({ areaCode: '320505' });
    const otherChair = person('body_chair', { bodyId: other.id });

    expect(await disputes.post(`/cases/${id}/acceptance`, otherChair, BOTH)).toMatchObject({ status: 403 });
    expect(await disputes.post(`/cases/${id}/acceptance`, chair, { ...BOTH, bodyId: other.id })).toMatchObject({
      status: 403,
      body: { code: 'NOT_YOUR_CASE' },
    });
  });

  it('a mediator does not hold the permission to accept', async () => {
    expect(await disputes.post(`/cases/${await anOpenedCase()}/acceptance`, mediator, BOTH)).toMatchObject({
      status: 403,
      body: { code: 'PERMISSION_MISSING' },
    });
  });

  it('a supervisor may reassign', async () => {
    const id = await aCaseInMediation();

    const reassigned = await disputes.post(`/cases/${id}/mediator`, person('supervisor', { areaCode: '3205' }), {
      mediatorId: body.mediators[1]?.id,
    });

    expect(reassigned).toMatchObject({ status: 200, body: { mediator: { id: body.mediators[1]?.id } } });
  });
});

describe('the list of cases', () => {
  it('goes through all of them in pages, each once, newest first, with the total of the whole', async () => {
    const { body: whole } = await disputes.get('/cases?limit=200', chair);
    const seen: unknown[] = [];
    let next: string | null = '';

    while (next !== null) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`;
      const { body: page } = await disputes.get(`/cases?limit=3${cursor}`, chair);
      expect(page.total).toBe(whole.total);
      seen.push(...(page.items as { id: string }[]).map(({ id }) => id));
      next = page.next as string | null;
    }

    expect(seen).toEqual((whole.items as { id: string }[]).map(({ id }) => id));
    expect(new Set(seen).size).toBe(whole.total);
  });

  it('finds by alert, state, mediator, area and words', async () => {
    const alertId = await disputes.escalate({
      employer: { id: randomUUID(), name: '苏州百分之百%服饰有限公司' },
      areaCode: '320505777',
    });
    const id = await disputes.caseOf(alertId);
    const total = async (query: string, as = chair) => (await disputes.get(`/cases?${query}`, as)).body.total;

    expect(await total(`alertId=${alertId}`)).toBe(1);
    expect(await total('area=320505777')).toBe(1);
    expect(await total(`q=${encodeURIComponent('百%服')}`)).toBe(1);
    expect(await total(`q=${encodeURIComponent('_')}`)).toBe(0);
    const mine = await disputes.get('/cases?mediator=me&state=in_mediation&state=agreed', mediator);
    expect((mine.body.items as { mediator: { id: string } }[]).every((item) => item.mediator.id === body.mediators[0]?.id)).toBe(
      true,
    );
    expect(await total('mediator=me', mediator)).toBe(await total(`mediator=${body.mediators[0]?.id}`));
    expect(await total(`alertId=${alertId}&overdue=true`)).toBe(0);
    expect(await total(`alertId=${alertId}&overdue=false`)).toBe(1);
    expect(id).toBeDefined();
  });
});
