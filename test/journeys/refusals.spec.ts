import { randomUUID } from 'node:crypto';
import type { AlertSummary, AlertView, CaseView, EmployerOption, Page, Problem } from '@accord/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseWork, chineseDay } from './case-work';
import { type Attempt, expectRefused, type Refusal } from './refused';
import { anAlert, Person, RunningAccord, transport } from './running-accord';

const ALERTS = '/api/early-warning/alerts';
const CASES = '/api/disputes/cases';
const NOBODY = '0198b2c4-0000-7000-8000-0000000000ff';
const ELSEWHERE = '320583001';
const APPLICANT = { name: '司徒雪芹', phone: '13977778888' };
const A_MEGABYTE = '聚'.repeat(350_000);

const consent = () => ({ given: true, on: chineseDay(), how: 'signed' });
const invalid = (field: string, code = 'INVALID_INPUT'): Refusal => ({ status: 422, code, field });

let accord: RunningAccord;
let work: CaseWork;
let supervisor: Person;
let stranger: Person;
let admin: Person;

beforeAll(async () => {
  accord = await RunningAccord.start();
  work = await CaseWork.with(accord);
  [supervisor, stranger, admin] = (await Promise.all(
    ['supervisor', 'duty-320506', 'admin'].map((name) => accord.signIn(name)),
  )) as [Person, Person, Person];
}, 240_000);

afterAll(async () => {
  await accord?.stop();
}, 60_000);

const alertsOf = async (employer: string): Promise<number> =>
  (await work.officer.get<Page<AlertSummary>>(`${ALERTS}?q=${encodeURIComponent(employer)}`)).body.total;

const employersCalled = async (name: string): Promise<EmployerOption[]> =>
  (await work.officer.get<EmployerOption[]>(`/api/early-warning/employers?q=${encodeURIComponent(name)}`)).body;

const stateOfAlert = async (id: string): Promise<AlertView> => (await work.duty.get<AlertView>(`${ALERTS}/${id}`)).body;
const stateOfCase = async (id: string): Promise<CaseView> => (await work.chair.get<CaseView>(`${CASES}/${id}`)).body;

/** How often a service announced events of a type about a subject, sent or still to be sent. */
async function announced(service: string, type: string, key: string, id: string): Promise<number> {
  const [row] = await accord.rows<{ times: number }>(
    service,
    `SELECT count(*)::int AS times
     FROM (SELECT type, payload FROM messaging.outbox UNION ALL SELECT type, payload FROM messaging.archive) AS said
     WHERE type LIKE $1 AND payload->>$2 = $3`,
    [type, key, id],
  );
  return row?.times ?? 0;
}

describe(`raising an alert over the ${transport} transport`, () => {
  it('is accepted for an employer that nobody knows yet, and the alert says so', async () => {
    const name = `苏州${randomUUID().slice(0, 8)}新设加工点`;

    const alert = await work.raise({ employer: { name } });

    expect(alert.timeline.find(({ what }) => what === 'employer_unknown')?.text.zh).toContain(name);
    expect((await employersCalled(name)).map(({ id }) => id)).toEqual([alert.employer.id]);
  });

  it.each<[string, (name: string) => Record<string, unknown>, Refusal]>([
    [
      'an employer id that is not known',
      (name) => ({ employer: { id: NOBODY, name } }),
      invalid('employer.id', 'EMPLOYER_UNKNOWN'),
    ],
    ['a place in another area', () => ({ areaCode: ELSEWHERE }), { status: 403, code: 'AREA_NOT_YOURS', field: 'areaCode' }],
    [
      'the district above the officer’s',
      () => ({ areaCode: '320505' }),
      { status: 403, code: 'AREA_NOT_YOURS', field: 'areaCode' },
    ],
    ['an area code that is none', () => ({ areaCode: '32050' }), invalid('areaCode')],
    ['nobody concerned', () => ({ headCount: 0 }), invalid('headCount')],
    ['ten million concerned', () => ({ headCount: 10_000_000 }), invalid('headCount')],
    ['half a person', () => ({ headCount: 1.5 }), invalid('headCount')],
    ['a text of 1 MB', () => ({ observed: A_MEGABYTE }), invalid('observed')],
    ['a character that no column keeps', () => ({ observed: '聚集\u0000' }), invalid('observed')],
    ['trouble seen tomorrow', () => ({ occurredAt: `${chineseDay(2)}T00:00:00+08:00` }), invalid('occurredAt', 'DATE_IN_FUTURE')],
    ['a day that does not exist', () => ({ occurredAt: '2026-02-30T00:00:00+08:00' }), invalid('occurredAt')],
    ['another level without a reason', () => ({ level: 'red' }), invalid('levelReason', 'LEVEL_REASON_REQUIRED')],
    ['a field that there is not', () => ({ headcount: 3 }), invalid('headcount')],
  ])('is refused for %s, and nothing is kept', async (_, over, refusal) => {
    const name = `苏州${randomUUID().slice(0, 8)}有限公司`;

    await expectRefused(work.officer, { path: ALERTS, body: anAlert({ employer: { name }, ...over(name) }) }, refusal);

    expect(await alertsOf(name)).toBe(0);
    expect(await employersCalled(name)).toEqual([]);
  });

  it('is told in plain words what to change', async () => {
    const body = anAlert({ headCount: 0, observed: undefined, areaCode: 'x' });
    const problem = await expectRefused(work.officer, { path: ALERTS, body }, invalid('headCount'));

    expect(Object.fromEntries((problem.errors ?? []).map(({ field, message }) => [field, message]))).toEqual({
      headCount: 'At least 1.',
      observed: 'This is needed.',
      areaCode: 'This is not in the expected form.',
    });
  });

  it('twice with one key raises one alert, and another content with that key is refused', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = anAlert();
    const other = anAlert();

    const answers = await Promise.all([1, 2, 3].map(() => work.officer.post<AlertView>(ALERTS, first, headers)));
    await expectRefused(
      work.officer,
      { path: ALERTS, body: other, headers },
      invalid('Idempotency-Key', 'IDEMPOTENCY_KEY_REUSED'),
    );

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await alertsOf((first.employer as { name: string }).name)).toBe(1);
    expect(await alertsOf((other.employer as { name: string }).name)).toBe(0);
  });
});

describe('a request that cannot be taken', () => {
  it.each<[string, Attempt, Refusal]>([
    ['malformed JSON', { path: ALERTS, body: '{"headCount":' }, { status: 400, code: 'MALFORMED_REQUEST' }],
    ['no JSON at all', { path: ALERTS, body: '' }, { status: 400, code: 'MALFORMED_REQUEST' }],
    ['a prototype', { path: ALERTS, body: '{"__proto__":{}}' }, { status: 400, code: 'MALFORMED_REQUEST' }],
    ['a list in place of an alert', { path: ALERTS, body: '[]' }, { status: 422, code: 'INVALID_INPUT' }],
    [
      'half a million brackets',
      { path: ALERTS, body: '['.repeat(500_000) + ']'.repeat(500_000) },
      { status: 422, code: 'INVALID_INPUT' },
    ],
    ['more than a service reads', { path: ALERTS, body: 'x'.repeat(2_200_000) }, { status: 413, code: 'TOO_LARGE' }],
    ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'].map(
      (type): [string, Attempt, Refusal] => [
        type,
        { path: ALERTS, body: JSON.stringify(anAlert()), headers: { 'content-type': type } },
        { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' },
      ],
    ),
    [
      'text at the door itself',
      { path: '/api/session', body: 'x', headers: { 'content-type': 'text/plain' } },
      { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' },
    ],
    ['an unknown id', { path: `${ALERTS}/${NOBODY}` }, { status: 404, code: 'ALERT_NOT_FOUND' }],
    ['an id that is none', { path: `${ALERTS}/17` }, invalid('id')],
    ['an endless id', { path: `${ALERTS}/${'a'.repeat(3000)}` }, { status: 414, code: 'ADDRESS_TOO_LONG' }],
    ['an address that cannot be read', { path: `${ALERTS}/%zz` }, { status: 400, code: 'MALFORMED_REQUEST' }],
    ['an unknown route of a service', { path: '/api/early-warning/nonsense' }, { status: 404, code: 'NO_SUCH_ROUTE' }],
    ['an unknown service', { path: '/api/nonsense' }, { status: 404, code: 'NO_SUCH_ROUTE' }],
    ['a method that a route has not', { path: ALERTS, method: 'DELETE' }, { status: 404, code: 'NO_SUCH_ROUTE' }],
    ['too long a page', { path: `${ALERTS}?limit=1000` }, invalid('limit')],
    ['a state that there is not', { path: `${ALERTS}?state=nonsense` }, invalid('state')],
  ])('because of %s is refused in the language asked for', async (_, attempt, refusal) => {
    await expectRefused(work.officer, attempt, refusal);
  });

  it.each([
    ['alerts', ALERTS, () => work.officer],
    ['cases', CASES, () => work.chair],
    ['mediation bodies', '/api/disputes/bodies', () => work.chair],
    ['tasks', '/api/worklist/tasks', () => work.duty],
    ['the rows behind a figure', '/api/supervision/indicators/settled/rows', () => supervisor],
    ['staff', '/api/staff', () => admin],
  ])('because the cursor of %s was tampered with names the cursor', async (_, path, reader) => {
    const forged = ['["\\u0000","0198b2c4-0000-7000-8000-0000000000ff"]', '{"at":"yesterday"}', '["urgency"]', '"\\u0000"'];
    const cursors = ['%25', ...forged.map((text) => Buffer.from(text).toString('base64url'))];

    for (const cursor of cursors)
      await expectRefused(reader(), { path: `${path}?cursor=${cursor}` }, invalid('cursor', 'CURSOR_INVALID'));
  });

  it('carries the client’s own trace, by which an operator finds it', async () => {
    const traceId = randomUUID().replaceAll('-', '');
    const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` };

    const problem = await expectRefused(work.officer, { path: ALERTS, body: {}, headers }, invalid('areaCode'));

    expect(problem.traceId).toBe(traceId);
  });
});

describe('somebody who may not', () => {
  it('without a session, or with a forged one, is asked to sign in', async () => {
    const token = work.officer.token;
    for (const forged of ['', 'x.y.z', `${token.slice(0, -2)}${token.endsWith('zz') ? 'yy' : 'zz'}`]) {
      const nobody = new Person(accord.address, forged);
      await expectRefused(nobody, { path: ALERTS }, { status: 401, code: 'SIGN_IN_REQUIRED' });
      await expectRefused(nobody, { path: ALERTS, body: anAlert() }, { status: 401, code: 'SIGN_IN_REQUIRED' });
      await expectRefused(nobody, { path: '/api/live' }, { status: 401, code: 'SIGN_IN_REQUIRED' });
    }
  });

  it('by role is refused, and nothing moves', async () => {
    const alert = await work.raise();

    await expectRefused(
      work.officer,
      { path: `${ALERTS}/${alert.id}/escalation`, body: {} },
      { status: 403, code: 'PERMISSION_MISSING' },
    );
    await expectRefused(work.mediator, { path: ALERTS, body: anAlert() }, { status: 403, code: 'PERMISSION_MISSING' });
    await expectRefused(work.officer, { path: CASES }, { status: 403, code: 'PERMISSION_MISSING' });
    await expectRefused(work.chair, { path: '/api/supervision/indicators' }, { status: 403, code: 'PERMISSION_MISSING' });
    await expectRefused(work.chair, { path: '/api/staff' }, { status: 403, code: 'PERMISSION_MISSING' });

    expect((await stateOfAlert(alert.id)).state).toBe('raised');
  });

  it('of another area finds neither the alert nor the case, whatever is asked of them', async () => {
    const alert = await work.raise();
    const mediation = await work.aCase();
    const elsewhere = await accord.signIn('chair-320506-1');
    const noAlert = { status: 404, code: 'ALERT_NOT_FOUND' };
    const noCase = { status: 404, code: 'CASE_NOT_FOUND' };

    await expectRefused(stranger, { path: `${ALERTS}/${alert.id}` }, noAlert);
    await expectRefused(stranger, { path: `${ALERTS}/${alert.id}/acknowledgement`, body: {} }, noAlert);
    await expectRefused(stranger, { path: `${ALERTS}/${alert.id}/escalation`, body: {} }, noAlert);
    await expectRefused(stranger, { path: `${CASES}/${mediation.id}` }, noCase);
    await expectRefused(
      elsewhere,
      { path: `${CASES}/${mediation.id}/refusal`, body: { reason: 'out_of_scope', note: '不属本地' } },
      noCase,
    );

    expect((await stateOfAlert(alert.id)).state).toBe('raised');
    expect((await stateOfCase(mediation.id)).state).toBe('opened');
  });
});

describe('a date that lies ahead', () => {
  const later = chineseDay(2); // tomorrow may be today by the time it arrives

  it('is refused for an application and for a consent, and the case waits as before', async () => {
    const { id } = await work.aCase();
    const application = { form: 'written', applicant: APPLICANT, request: '支付工资', receivedOn: later };
    await expectRefused(
      work.chair,
      { path: `${CASES}/${id}/application`, body: application },
      invalid('receivedOn', 'DATE_IN_FUTURE'),
    );
    const acceptance = { applicantConsent: consent(), respondentConsent: { ...consent(), on: later } };
    await expectRefused(
      work.chair,
      { path: `${CASES}/${id}/acceptance`, body: acceptance },
      invalid('respondentConsent.on', 'DATE_IN_FUTURE'),
    );

    expect(await stateOfCase(id)).toMatchObject({ state: 'opened', applicant: null });
  });

  it('is refused for a session and for a signature, and neither is on file', async () => {
    const { id } = await work.aCaseInMediation();
    const session = { heldOn: later, place: '调解室', present: ['applicant'], record: '到场' };
    await expectRefused(work.mediator, { path: `${CASES}/${id}/sessions`, body: session }, invalid('heldOn', 'DATE_IN_FUTURE'));
    const agreement = { terms: '付清', applicantSignedOn: later };
    await expectRefused(
      work.mediator,
      { path: `${CASES}/${id}/agreement`, body: agreement },
      invalid('applicantSignedOn', 'DATE_IN_FUTURE'),
    );

    expect(await stateOfCase(id)).toMatchObject({ state: 'in_mediation', sessions: [], agreement: null });
  });
});

describe('a button drawn from a stale list', () => {
  const stale = { status: 409, code: 'ACTION_NOT_ALLOWED' };

  it('does not escalate an alert twice, also when both press at once', async () => {
    const alert = await work.raise();
    const press = () => work.duty.post(`${ALERTS}/${alert.id}/escalation`, {});

    const pressed = await Promise.all([press(), press(), press()]);
    const refusal = await expectRefused(work.duty, { path: `${ALERTS}/${alert.id}/escalation`, body: {} }, stale);
    await work.caseOf(alert.id);

    expect(pressed.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(refusal.details?.allowed).not.toContain('escalate');
    expect(await announced('early-warning', 'early-warning.alert-escalated', 'alertId', alert.id)).toBe(1);
    expect(await announced('disputes', 'disputes.case-opened', 'alertId', alert.id)).toBe(1);
  });

  it('does not accept a case that was declined', async () => {
    const { id } = await work.anAppliedCase();
    await work.chair.post(`${CASES}/${id}/refusal`, { reason: 'out_of_scope', note: '不属于劳动争议' });

    const body = { applicantConsent: consent(), respondentConsent: consent() };
    await expectRefused(work.chair, { path: `${CASES}/${id}/acceptance`, body }, stale);

    expect(await stateOfCase(id)).toMatchObject({ state: 'declined', allowedActions: [] });
    expect(await announced('disputes', 'disputes.case-accepted', 'caseId', id)).toBe(0);
  });

  it('closes a case once when two people close it at the same moment', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { id } = await work.aCaseInMediation();

      const [failed, withdrawn] = await Promise.all([
        work.mediator.post<Problem>(`${CASES}/${id}/failure`, { reason: 'no_agreement', note: '双方差距过大' }),
        work.chair.post<Problem>(`${CASES}/${id}/withdrawal`, { note: '申请人撤回' }),
      ]);

      expect([failed.status, withdrawn.status].sort()).toEqual([200, 409]);
      expect(await stateOfCase(id)).toMatchObject({ state: failed.status === 200 ? 'failed' : 'withdrawn', allowedActions: [] });
      const ends =
        (await announced('disputes', 'disputes.case-failed', 'caseId', id)) +
        (await announced('disputes', 'disputes.case-withdrawn', 'caseId', id));
      expect(ends).toBe(1);
    }
  });
});

describe('after all of that', () => {
  it('no service has failed, restarted or logged a stack', () => {
    const faults = accord.logs.split('\n').filter((line) => /"level":"(error|fatal)"|"stack":|^\s+at /.test(line));

    expect(faults).toEqual([]);
    expect(accord.output).not.toContain('starting it again');
  });

  it('no log and no event carries the applicant', async () => {
    const { applicant } = await work.anAppliedCase(APPLICANT);
    const { name, phone } = APPLICANT;
    expect(JSON.stringify(applicant)).not.toContain(phone);

    expect([accord.logs.includes(name), accord.logs.includes(phone)]).toEqual([false, false]);
    for (const service of ['early-warning', 'disputes', 'worklist', 'supervision']) {
      const told = await accord.rows(
        service,
        `SELECT type FROM (SELECT type, payload FROM messaging.outbox UNION ALL SELECT type, payload FROM messaging.archive) AS said
         WHERE strpos(payload::text, $1) > 0 OR strpos(payload::text, $2) > 0`,
        [name, phone],
      );
      expect(told).toEqual([]);
    }
  });
});
