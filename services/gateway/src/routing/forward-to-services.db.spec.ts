import { request as rawRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessTokenVerifier } from '@accord/http';
import { anAdministrator, aRunningGateway, PUBLIC_KEY, type RunningGateway } from '../running-gateway.builder';
import { Upstream } from './upstream.builder';

const disputes = new Upstream();
const worklist = new Upstream();
let gateway: RunningGateway;
let token: string;

beforeAll(async () => {
  await disputes.start();
  await worklist.start();
  await worklist.stop();
  gateway = await aRunningGateway({ SERVICE_URLS: JSON.stringify({ disputes: disputes.url, worklist: worklist.url }) });
  ({ token } = await anAdministrator(gateway));
});

afterAll(async () => {
  await gateway.close();
  await disputes.stop();
});

const ask = (path: string, asking: Parameters<RunningGateway['ask']>[1] = {}): Promise<Response> =>
  gateway.ask(path, { token, ...asking });

describe('a request for a service', () => {
  it('arrives with a token of ours that says who asks, and not with what the client sent', async () => {
    const answer = await ask('/api/disputes/cases?state=opened');

    const sent = disputes.last.headers.authorization ?? '';
    const actor = await new AccessTokenVerifier(PUBLIC_KEY).verify(sent.replace('Bearer ', ''));
    expect([answer.status, await answer.json()]).toEqual([200, { from: 'upstream' }]);
    expect(disputes.last.url).toBe('/api/disputes/cases?state=opened');
    expect(sent).not.toContain(token);
    expect(actor).toMatchObject({ name: '系统管理员', grants: [{ role: 'administrator', areaCode: '3205' }] });
  });

  it('carries its body, its Idempotency-Key and its trace, whatever the status that comes back', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const answer = await ask('/api/disputes/cases?status=409', {
      method: 'POST',
      body: { claim: '欠薪' },
      headers: { 'idempotency-key': 'k1', traceparent },
    });

    expect(answer.status).toBe(409);
    expect(disputes.last).toMatchObject({
      method: 'POST',
      body: '{"claim":"欠薪"}',
      headers: { 'idempotency-key': 'k1', traceparent },
    });
  });

  it('leaves cookies, forwarding headers and made-up headers at the door, and gets a trace of its own for a malformed one', async () => {
    await ask('/api/disputes/cases', {
      headers: {
        cookie: 'accord_session=x',
        'x-forwarded-for': '10.0.0.1',
        'x-forwarded-host': 'evil',
        'x-admin': '1',
        traceparent: 'nonsense',
      },
    });

    expect(Object.keys(disputes.last.headers)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/cookie|forwarded|x-admin/)]),
    );
    expect(disputes.last.headers.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });

  it('needs no content', async () => {
    const answer = await ask('/api/disputes/cases/1/acceptance', { method: 'POST' });

    expect([answer.status, disputes.last.body]).toEqual([200, '']);
  });

  it('is refused without a session, also with a token signed by somebody', async () => {
    const before = disputes.received.length;

    const anonymous = await gateway.ask('/api/disputes/cases');
    const forged = await gateway.ask('/api/disputes/cases', { token: 'eyJhbGciOiJub25lIn0.e30.' });

    expect([anonymous.status, await anonymous.json()]).toMatchObject([401, { code: 'SIGN_IN_REQUIRED' }]);
    expect(forged.status).toBe(401);
    expect(disputes.received).toHaveLength(before);
  });

  it('is refused when it carries more than a service reads', async () => {
    const answer = await ask('/api/disputes/cases', { method: 'POST', body: 'x'.repeat(2 * 1024 * 1024 + 1) });

    expect([answer.status, await answer.json()]).toMatchObject([413, { code: 'TOO_LARGE' }]);
  });

  it('reaches nothing beside the routes of the service', async () => {
    const before = disputes.received.length;
    const paths = [
      '/api/disputes/../../metrics',
      '/api/disputes/%2e%2e/%2e%2e/metrics',
      '/api/disputes/..%2f..%2fmetrics',
      '/api/supervision/indicators',
    ];

    const statuses = await Promise.all(paths.map((path) => rawStatus(path)));

    expect(statuses).toEqual([404, 404, 404, 404]);
    expect(disputes.received).toHaveLength(before);
  });
});

describe('a service that is away', () => {
  it.each([
    ['GET', 'zh-CN', '该功能暂时不可用'],
    ['POST', 'en', 'briefly unavailable'],
  ])('answers %s with a problem in %s and says when to try again', async (method, language, words) => {
    const body = method === 'POST' ? { a: 1 } : undefined;
    const answer = await ask('/api/worklist/tasks', { method, body, headers: { 'accept-language': language } });

    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(await answer.json()).toMatchObject({ code: 'SERVICE_UNAVAILABLE', title: expect.stringContaining(words) });
  });

  it('gets what was asked while it was starting again', async () => {
    const asked = ask('/api/worklist/tasks', { method: 'POST', body: { a: 1 } });
    await worklist.start();

    const answer = await asked;

    expect([answer.status, worklist.last.body]).toEqual([200, '{"a":1}']);
    await worklist.stop();
  });

  it('is asked once only for an act without an Idempotency-Key that was cut off', async () => {
    const before = disputes.received.length;

    const answer = await ask('/api/disputes/cut', { method: 'POST', body: {} });

    expect(answer.status).toBe(503);
    expect(disputes.received).toHaveLength(before + 1);
  });
});

/** `fetch` resolves the dots itself; this sends them. */
function rawStatus(path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(gateway.url);
  return new Promise((resolve, reject) => {
    const sent = rawRequest({ hostname, port, path, headers: { authorization: `Bearer ${token}` } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.once('error', reject);
    sent.end();
  });
}
