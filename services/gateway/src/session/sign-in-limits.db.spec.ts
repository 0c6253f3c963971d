import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '@accord/case-model';
import { anAdministrator, aRunningGateway, type RunningGateway } from '../running-gateway.builder';

const PASSWORD = 'a password of my own';
let gateway: RunningGateway;
let ahead = 0;

beforeAll(async () => {
  gateway = await aRunningGateway({ TRUSTED_PROXIES: '127.0.0.1' });
  gateway.app.get(Clock).now = () => new Date(Date.now() + ahead);
  await anAdministrator(gateway, PASSWORD);
});

afterAll(() => gateway.close());

function tryFrom(address: string, username: string, password: string): Promise<Response> {
  return gateway.ask('/api/session', { method: 'POST', body: { username, password }, headers: { 'x-forwarded-for': address } });
}

describe('ten failed sign-ins of one name from one address', () => {
  it('make it wait, also with the right password, and say how long', async () => {
    const failures: number[] = [];
    for (let n = 0; n < 10; n++) failures.push((await tryFrom('10.0.0.1', 'admin', 'wrong')).status);

    const eleventh = await tryFrom('10.0.0.1', 'ADMIN', PASSWORD);

    expect(failures).toEqual(Array(10).fill(401));
    expect([eleventh.status, await eleventh.json()]).toMatchObject([429, { code: 'TOO_MANY_SIGN_INS' }]);
    expect(Number(eleventh.headers.get('retry-after'))).toBeGreaterThan(14 * 60);
  });

  it('do not keep the same person out elsewhere', async () => {
    expect((await tryFrom('10.0.0.2', 'admin', PASSWORD)).status).toBe(201);
  });

  it('are forgotten after fifteen minutes', async () => {
    ahead += 15 * 60 * 1000;

    expect((await tryFrom('10.0.0.1', 'admin', PASSWORD)).status).toBe(201);
  });
});

describe('an address that tries name after name', () => {
  it('waits after thirty failures within a minute', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 30 }, (_, n) => tryFrom('10.0.0.9', `name-${n}`, 'wrong').then(({ status }) => status)),
    );

    expect(statuses).toEqual(Array(30).fill(401));
    expect((await tryFrom('10.0.0.9', 'another', 'wrong')).status).toBe(429);
  });
});

describe('a right password', () => {
  it('makes earlier failures of that name from that address count no more', async () => {
    for (let n = 0; n < 9; n++) await tryFrom('10.0.0.3', 'admin', 'wrong');

    await tryFrom('10.0.0.3', 'admin', PASSWORD);

    expect((await tryFrom('10.0.0.3', 'admin', 'wrong')).status).toBe(401);
    expect((await tryFrom('10.0.0.3', 'admin', PASSWORD)).status).toBe(201);
  });
});

describe('a session', () => {
  it('is over after two hours without use', async () => {
    const { token } = await gateway.signIn('admin', PASSWORD);

    ahead += 2 * 60 * 60 * 1000 - 60_000;
    const used = await gateway.ask('/api/session', { token });
    ahead += 2 * 60 * 60 * 1000 - 60_000;
    const usedAgain = await gateway.ask('/api/session', { token });
    ahead += 2 * 60 * 60 * 1000 + 1000;
    const unused = await gateway.ask('/api/session', { token });

    expect([used.status, usedAgain.status, unused.status]).toEqual([200, 200, 401]);
  });

  it('is over twelve hours after the sign-in, however much it was used', async () => {
    const { token } = await gateway.signIn('admin', PASSWORD);
    const statuses: number[] = [];

    for (let hour = 1; hour <= 12; hour++) {
      ahead += 60 * 60 * 1000;
      statuses.push((await gateway.ask('/api/session', { token })).status);
    }

    expect(statuses).toEqual([...Array(11).fill(200), 401]);
  });
});

describe('signing out', () => {
  it('ends the session at once and takes the cookie away', async () => {
    const { token } = await gateway.signIn('admin', PASSWORD);

    const out = await gateway.ask('/api/session', { method: 'DELETE', token });
    const after = await gateway.ask('/api/session', { token });
    const again = await gateway.ask('/api/session', { method: 'DELETE', token });

    expect([out.status, after.status, again.status]).toEqual([204, 401, 204]);
    expect(out.headers.get('set-cookie')).toMatch(/^accord_session=; .*Expires=Thu, 01 Jan 1970/);
  });
});

describe('a change that the cookie carries', () => {
  it.each([
    ['our own page', { 'sec-fetch-site': 'same-origin' }, 204],
    ['our own page in an older browser', { origin: 'OURS' }, 204],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
    ['a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    ['another site in an older browser', { origin: 'https://evil.example' }, 403],
    ['a frame without an origin', { origin: 'null' }, 403],
    ['nobody says where', {}, 403],
  ])('from %s', async (_, headers, status) => {
    const { token } = await gateway.signIn('admin', PASSWORD);
    const sent = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value === 'OURS' ? gateway.url : value]),
    );

    const answer = await gateway.ask('/api/session', {
      method: 'DELETE',
      headers: { cookie: `accord_session=${token}`, ...sent },
    });

    expect(answer.status).toBe(status);
    if (status === 403) expect(await answer.json()).toMatchObject({ code: 'CROSS_SITE_REQUEST' });
  });

  it('reads from anywhere, for a read changes nothing', async () => {
    const { token } = await gateway.signIn('admin', PASSWORD);

    const answer = await gateway.ask('/api/session', {
      headers: { cookie: `accord_session=${token}`, 'sec-fetch-site': 'cross-site' },
    });

    expect(answer.status).toBe(200);
  });

  it('signs nobody in from another site', async () => {
    const answer = await gateway.ask('/api/session', {
      method: 'POST',
      body: { username: 'admin', password: PASSWORD },
      headers: { origin: 'https://evil.example' },
    });

    expect(answer.status).toBe(403);
  });
});
