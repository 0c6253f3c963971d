import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ADMIN_PASSWORD, anAdministrator, aRunningGateway, type RunningGateway } from '../running-gateway.builder';

let gateway: RunningGateway;

beforeAll(async () => {
  gateway = await aRunningGateway();
});

afterAll(() => gateway.close());

const wrong = (username: string, password: string): Promise<Response> =>
  gateway.ask('/api/session', { method: 'POST', body: { username, password } });

async function problemOf(answer: Response): Promise<object> {
  const { traceId: _, ...problem } = (await answer.json()) as Record<string, unknown>;
  return problem;
}

describe('signing in for the first time', () => {
  it('sets a cookie that scripts cannot read and gives programs a token', async () => {
    const answer = await gateway.ask('/api/session', { method: 'POST', body: { username: 'Admin', password: ADMIN_PASSWORD } });

    expect(answer.status).toBe(201);
    expect(answer.headers.get('set-cookie')).toMatch(/^accord_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await answer.json()).toMatchObject({
      staff: { username: 'admin' },
      grants: [{ role: 'administrator', areaCode: '3205' }],
      mustChangePassword: true,
    });
  });

  it('opens nothing but the change of password', async () => {
    const { token } = await gateway.signIn('admin', ADMIN_PASSWORD);

    const staff = await gateway.ask('/api/staff', { token });
    const session = await gateway.ask('/api/session', { token });

    expect([staff.status, await staff.json()]).toMatchObject([403, { code: 'PASSWORD_CHANGE_REQUIRED' }]);
    expect(session.status).toBe(200);
  });
});

describe('a failed sign-in', () => {
  it('answers alike for a wrong password and for a name that nobody has', async () => {
    const password = await wrong('admin', 'not the password');
    const name = await wrong('nobody-of-that-name', 'not the password');

    expect([password.status, name.status]).toEqual([401, 401]);
    expect(await problemOf(name)).toEqual(await problemOf(password));
  });

  it('names the field that is missing, in the language asked for', async () => {
    const answer = await gateway.ask('/api/session', {
      method: 'POST',
      body: { username: 'admin' },
      headers: { 'accept-language': 'zh-CN' },
    });

    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { code: 'INVALID_INPUT', title: expect.stringMatching(/填写/), errors: [{ field: 'password' }] },
    ]);
  });
});

describe('changing the password', () => {
  it('opens everything at once and ends the sessions elsewhere', async () => {
    const elsewhere = await gateway.signIn('admin', ADMIN_PASSWORD);

    const here = await anAdministrator(gateway);

    expect((await gateway.ask('/api/staff', { token: here.token })).status).toBe(200);
    expect((await gateway.ask('/api/session', { token: elsewhere.token })).status).toBe(401);
  });
});
