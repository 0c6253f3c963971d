import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { day, type Person, person, RunningDisputes } from '../running-disputes.builder';

let disputes: RunningDisputes;
let chair: Person;
let body: Awaited<ReturnType<RunningDisputes['registerBody']>>;
let opened: string;
let heard: string;

const consent = (given = true, on = day(0)) => ({ given, on, how: 'signed' });
const BOTH = { applicantConsent: consent(), respondentConsent: consent() };
const APPLICATION = { form: 'written', applicant: { name: '王秀英' }, request: '支付工资' };
const OPENING = {
  ...APPLICATION,
  employer: { name: '苏州顺达物流有限公司' },
  areaCode: '320505001',
  claimTypes: ['unpaid_wages'],
};
const SESSION = { heldOn: day(0), place: '镇调解室', present: ['applicant'], record: '双方陈述' };
const MEGABYTE = '长'.repeat(350_000);

beforeAll(async () => {
  disputes = await RunningDisputes.start();
  body = await disputes.registerBody();
  chair = person('body_chair', { bodyId: body.id });
  opened = await disputes.caseOf(await disputes.escalate());
  heard = await disputes.caseOf(await disputes.escalate());
  await disputes.post(`/cases/${heard}/acceptance`, chair, BOTH);
  await disputes.post(`/cases/${heard}/mediator`, chair, { mediatorId: body.mediators[0]?.id });
}, 60_000);
afterAll(() => disputes.stop());

interface Problem {
  code: string;
  detail?: string;
  field?: string;
  errors?: { field: string }[];
}

/** Every field that a refusal names, wherever it names it. */
const fieldsOf = (problem: unknown): string[] =>
  [...JSON.stringify(problem).matchAll(/"field":"([^"]*)"/g)].map(([, field]) => String(field));

async function refusedIn(
  language: string,
  path: string,
  sent: unknown,
): Promise<{ status: number; problem: Problem; text: string }> {
  const answer = await disputes.post(path, chair, sent, { 'accept-language': language });
  return { status: answer.status, problem: answer.body as unknown as Problem, text: JSON.stringify(answer.body) };
}

describe.each([
  ['a head-count of nobody', '/cases', { ...OPENING, headCount: 0 }, 422, 'headCount'],
  ['a head-count of ten million', '/cases', { ...OPENING, headCount: 10_000_000 }, 422, 'headCount'],
  ['a megabyte of text', '/cases', { ...OPENING, request: MEGABYTE }, 422, 'request'],
  ['a receipt in the future', '/cases', { ...OPENING, receivedOn: day(1) }, 422, 'receivedOn'],
  ['a receipt before the rules', '/cases', { ...OPENING, receivedOn: '2010-12-29' }, 422, 'receivedOn'],
  ['no claim', '/cases', { ...OPENING, claimTypes: [] }, 422, 'claimTypes'],
  ['a place outside one’s area', '/cases', { ...OPENING, areaCode: '320506001' }, 403, 'areaCode'],
  ['a place that is none', '/cases', { ...OPENING, areaCode: '32050' }, 422, 'areaCode'],
  ['an employer without a name', '/cases', { ...OPENING, employer: { name: ' ' } }, 422, 'employer.name'],
  ['a phone number that is none', '/cases', { ...OPENING, applicant: { name: '王', phone: '打我电话' } }, 422, 'applicant.phone'],
  ['a field that nobody knows', '/cases', { ...OPENING, colour: 'red' }, 422, 'colour'],
  [
    'a missing consent',
    '/cases/:opened/acceptance',
    { ...BOTH, respondentConsent: consent(false) },
    422,
    'respondentConsent.given',
  ],
  [
    'a consent before the case',
    '/cases/:opened/acceptance',
    { ...BOTH, applicantConsent: consent(true, day(-1)) },
    422,
    'applicantConsent.on',
  ],
  [
    'a consent in the future',
    '/cases/:opened/acceptance',
    { ...BOTH, applicantConsent: consent(true, day(1)) },
    422,
    'applicantConsent.on',
  ],
  ['a body that is not registered', '/cases/:opened/acceptance', { ...BOTH, bodyId: randomUUID() }, 422, 'bodyId'],
  ['a mediator who is not registered', '/cases/:heard/mediator', { mediatorId: randomUUID() }, 422, 'mediatorId'],
  ['a session before acceptance', '/cases/:heard/sessions', { ...SESSION, heldOn: day(-1) }, 422, 'heldOn'],
  ['a session in the future', '/cases/:heard/sessions', { ...SESSION, heldOn: day(1) }, 422, 'heldOn'],
  ['a session on no day', '/cases/:heard/sessions', { ...SESSION, heldOn: '2026-02-30' }, 422, 'heldOn'],
  ['a signature in the future', '/cases/:heard/agreement', { terms: '付清', mediatorSignedOn: day(1) }, 422, 'mediatorSignedOn'],
  ['half a fen', '/cases/:heard/agreement', { terms: '付清', amountFen: 0.5 }, 422, 'amountFen'],
  ['a refusal without a reason', '/cases/:opened/refusal', { reason: 'because', note: '不行' }, 422, 'reason'],
])('%s', (_what, path, sent, status, field) => {
  const at = () => path.replace(':opened', opened).replace(':heard', heard);

  it('is refused with the field named, in Chinese and in English', async () => {
    const chinese = await refusedIn('zh-CN', at(), sent);
    const english = await refusedIn('en', at(), sent);

    expect([chinese.status, english.status]).toEqual([status, status]);
    expect(fieldsOf(chinese.problem)).toContain(field);
    expect(fieldsOf(english.problem)).toContain(field);
    expect(chinese.text).toMatch(/[一-鿿]/);
    expect(english.text).not.toMatch(/[一-鿿]/);
  });
});

describe('an unreadable request', () => {
  it('is refused without a server error', async () => {
    expect(await disputes.post('/cases', chair, '{"form": ')).toMatchObject({ status: 400, body: { code: 'MALFORMED_REQUEST' } });
  });

  it('to a case whose id is none names the id', async () => {
    const answer = await disputes.get('/cases/42', chair);

    expect(answer.status).toBe(422);
    expect(fieldsOf(answer.body)).toContain('id');
  });

  it('to a case that is not there is not found', async () => {
    expect(await disputes.post(`/cases/${randomUUID()}/acceptance`, chair, BOTH)).toMatchObject({
      status: 404,
      body: { code: 'CASE_NOT_FOUND' },
    });
  });

  it('with a cursor of its own making names the cursor', async () => {
    const answer = await disputes.get('/cases?cursor=abc', chair);

    expect(answer).toMatchObject({ status: 422, body: { code: 'CURSOR_INVALID' } });
    expect(fieldsOf(answer.body)).toContain('cursor');
  });

  it('without a sign-in is turned away', async () => {
    expect((await disputes.get('/cases', null)).status).toBe(401);
  });
});

describe('an act drawn from stale data', () => {
  it('is refused with what is possible now', async () => {
    expect(await disputes.post(`/cases/${heard}/acceptance`, chair, BOTH)).toMatchObject({
      status: 409,
      body: { code: 'ACTION_NOT_ALLOWED' },
    });
  });
});

describe('after everything that was refused', () => {
  it('nothing half done is left', async () => {
    expect(await disputes.announced(opened)).toEqual(['disputes.case-opened']);
    expect(await disputes.sql('SELECT count(*)::int AS cases FROM mediation_cases')).toEqual([{ cases: 2 }]);
    expect(await disputes.sql('SELECT count(*)::int AS sessions FROM mediation_sessions')).toEqual([{ sessions: 0 }]);
  });
});
