import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { day, type Person, person, RunningDisputes } from '../running-disputes.builder';

let disputes: RunningDisputes;
let body: Awaited<ReturnType<RunningDisputes['registerBody']>>;
let chair: Person;

beforeAll(async () => {
  disputes = await RunningDisputes.start();
  body = await disputes.registerBody();
  chair = person('body_chair', { bodyId: body.id });
}, 60_000);
afterAll(() => disputes.stop());

describe('an alert that escalates', () => {
  it('opens a case with the proposed body, its limit and its timeline, and announces it', async () => {
    const caseId = await disputes.caseOf(await disputes.escalate());

    const { body: file } = await disputes.get(`/cases/${caseId}`, chair);

    expect(file).toMatchObject({
      state: 'opened',
      origin: 'alert',
      alertLevel: 'orange',
      collective: true,
      body: { id: body.id },
      proposal: { mediator: { id: body.mediators[0]?.id } },
      nextDue: { key: 'fed.reach-both-sides', startedOn: day(0), statutory: false },
      allowedActions: ['receiveApplication', 'accept', 'decline'],
    });
    expect(await disputes.announced(caseId)).toEqual(['disputes.case-opened']);
  });

  it('opens one case however often it is heard', async () => {
    const alertId = await disputes.escalate();
    const caseId = await disputes.caseOf(alertId);
    await disputes.escalate({}, alertId);
    await disputes.caseOf(await disputes.escalate());

    expect(await disputes.sql('SELECT id FROM mediation_cases WHERE alert_id = $1', [alertId])).toEqual([{ id: caseId }]);
    expect(await disputes.announced(caseId)).toEqual(['disputes.case-opened']);
  });

  it('opens as many cases as alerts when many come at once, each with a number of its own', async () => {
    const alerts = await Promise.all(Array.from({ length: 60 }, () => disputes.escalate()));

    const cases = await disputes.until(
      () => disputes.sql('SELECT case_no FROM mediation_cases WHERE alert_id = ANY ($1)', [alerts]),
      (rows) => rows.length === alerts.length,
    );

    expect(new Set(cases.map(({ case_no }) => case_no)).size).toBe(alerts.length);
  });

  it('opens a case where no body is registered, and says that nobody was notified', async () => {
    const caseId = await disputes.caseOf(await disputes.escalate({ areaCode: '320581001' }));

    const { body: file } = await disputes.get(`/cases/${caseId}`, person('duty_officer', { areaCode: '320581' }));

    expect(file).toMatchObject({ body: null, proposal: { body: null, mediator: null } });
    expect(file.timeline).toContainEqual(expect.objectContaining({ what: 'nobody-notified', actor: null }));
  });

  it('proposes the committee of the employer itself, and nobody with a conflict of interest', async () => {
    const employer = { id: randomUUID(), name: '苏州明基精密有限公司' };
    const own = await disputes.registerBody({ kind: 'enterprise', employerId: employer.id, staff: [randomUUID(), randomUUID()] });
    const [tied, free] = own.mediators;
    await disputes.sql(`INSERT INTO mediator_conflicts VALUES ($1, $2, '{"zh":"近亲属","en":"near relative"}')`, [
      tied?.id,
      employer.id,
    ]);

    const caseId = await disputes.caseOf(await disputes.escalate({ employer }));

    expect((await disputes.get(`/cases/${caseId}`, chair)).body).toMatchObject({
      body: { id: own.id },
      proposal: { mediator: { id: free?.id } },
    });
    expect((await disputes.get(`/cases/${caseId}/mediator-options`, chair)).body).toContainEqual(
      expect.objectContaining({ id: tied?.id, conflict: { zh: '近亲属', en: 'near relative' } }),
    );
  });
});

describe('a limit that has run out', () => {
  it('is announced once and makes the case overdue, without ending it', async () => {
    const at = new Date(Date.now() - 30 * 86_400_000);
    const caseId = await disputes.caseOf(await disputes.escalate({ at }));

    await disputes.until(
      () => disputes.announced(caseId),
      (types) => types.length === 2,
    );
    const { body: file } = await disputes.get(`/cases/${caseId}`, chair);

    expect(await disputes.announced(caseId)).toEqual(['disputes.case-opened', 'disputes.case-deadline-passed']);
    expect(file).toMatchObject({
      state: 'opened',
      overdue: true,
      nextDue: null,
      clocks: [{ key: 'fed.reach-both-sides', state: 'passed' }],
    });
    const overdue = await disputes.get('/cases?overdue=true', chair);
    expect(overdue.body).toMatchObject({ total: 1, items: [{ id: caseId, overdue: true }] });
  });
});

describe('opening a case by application', () => {
  const application = (given = {}) => ({
    form: 'oral',
    applicant: { name: '王秀英', phone: '13812345678', idNumber: '320503198001011238' },
    request: '支付拖欠的三个月工资',
    employer: { name: '苏州顺达物流有限公司' },
    areaCode: '320505001',
    claimTypes: ['unpaid_wages'],
    ...given,
  });

  it('starts the statutory limits and keeps the applicant’s numbers sealed and masked', async () => {
    const { status, body: file } = await disputes.post('/cases', chair, application(), { 'idempotency-key': randomUUID() });

    expect(status).toBe(201);
    expect(file).toMatchObject({
      state: 'applied',
      origin: 'application',
      collective: false,
      applicant: { name: '王秀英', phone: '138****5678', idNumber: '3205************38' },
      clocks: [
        { key: 'med.lawlimit', state: 'running', startedOn: day(0) },
        { key: 'med.accept', state: 'running' },
      ],
    });
    expect(await disputes.announced(String(file.id))).toEqual(['disputes.case-opened', 'disputes.application-received']);
    const [stored] = await disputes.sql('SELECT row_to_json(c)::text AS text FROM mediation_cases c WHERE id = $1', [file.id]);
    expect(stored?.text).not.toMatch(/13812345678|320503198001011238/);
  });

  it('opens one case for a request that is repeated, also when both arrive at once', async () => {
    const key = { 'idempotency-key': randomUUID() };

    const answers = await Promise.all([1, 2, 3].map(() => disputes.post('/cases', chair, application(), key)));

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body: file }) => file.id)).size).toBe(1);
  });

  it('refuses the key of another request', async () => {
    const key = { 'idempotency-key': randomUUID() };
    await disputes.post('/cases', chair, application(), key);

    expect(await disputes.post('/cases', chair, application({ headCount: 2 }), key)).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });
});
