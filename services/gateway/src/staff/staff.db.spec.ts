import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { Grant, StaffMemberView, StaffPasswordIssued } from '@accord/contracts';
import { anAdministrator, type Asking, aRunningGateway, type RunningGateway } from '../running-gateway.builder';

let gateway: RunningGateway;
let city: string;
let cityId: string;

const grant = (role: Grant['role'], areaCode: string): Grant => ({ role, areaCode, bodyId: null });

beforeAll(async () => {
  gateway = await aRunningGateway();
  const admin = await anAdministrator(gateway);
  [city, cityId] = [admin.token, admin.staff.id];
});

afterAll(() => gateway.close());

const ask = (path: string, asking: Asking = {}): Promise<Response> => gateway.ask(path, { token: city, ...asking });

async function create(username: string, grants: Grant[], asking: Asking = {}): Promise<StaffPasswordIssued> {
  const answer = await ask('/api/staff', { method: 'POST', body: { username, name: '顾秀英', grants }, ...asking });
  if (answer.status !== 201) throw new Error(await answer.text());
  return (await answer.json()) as StaffPasswordIssued;
}

/** Signs in with the password that was issued and changes it. */
async function enter(issued: StaffPasswordIssued): Promise<string> {
  const password = String(issued.oneTimePassword);
  const { token } = await gateway.signIn(issued.staff.username, password);
  const body = { currentPassword: password, newPassword: `${password}-mine` };
  await gateway.ask('/api/session/password', { method: 'PUT', token, body });
  return token;
}

const districtAdmin = async (username: string): Promise<string> =>
  enter(await create(username, [grant('administrator', '320505')]));

describe('taking a person on', () => {
  it('shows a one-time password that works once it is changed', async () => {
    const issued = await create('post-a', [grant('post_officer', '320505001')]);

    const token = await enter(issued);

    const session = (await (await gateway.ask('/api/session', { token })).json()) as { permissions: string[] };
    expect(issued.staff).toMatchObject({
      mustChangePassword: true,
      allowedActions: ['changeGrants', 'resetPassword', 'deactivate'],
    });
    expect(session.permissions).toContain('alert.raise');
  });

  it('is announced to the other services', async () => {
    const { staff } = await create('announced', [grant('post_officer', '320505001')]);

    const db = new Client({ connectionString: gateway.adminUrl });
    await db.connect();
    const { rows } = await db.query('SELECT version FROM messaging.aggregate_version WHERE aggregate_id = $1', [staff.id]);
    await db.end();

    expect(rows).toEqual([{ version: 1 }]);
  });

  it('happens once for a repeated request, and the password is not shown again', async () => {
    const headers = { 'idempotency-key': 'take-on-b' };

    const first = await create('post-b', [grant('post_officer', '320505001')], { headers });
    const second = await create('post-b', [grant('post_officer', '320505001')], { headers });

    expect(second).toEqual({ staff: first.staff, oneTimePassword: null });
  });

  it('happens once when two ask for the same user name at once', async () => {
    const body = { username: 'Twice', name: '乔德胜', grants: [grant('mediator', '320505001')] };

    const answers = await Promise.all([1, 2].map(() => ask('/api/staff', { method: 'POST', body })));

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409) as Response;
    expect(await refused.json()).toMatchObject({ code: 'USERNAME_TAKEN', errors: [{ field: 'username' }] });
  });

  it.each([
    ['no such area', { grants: [grant('mediator', '329999')] }, 422, 'AREA_UNKNOWN', 'grants.0.areaCode'],
    [
      'the same grant twice',
      { grants: [grant('mediator', '3205'), grant('mediator', '3205')] },
      422,
      'GRANT_REPEATED',
      'grants.1',
    ],
    ['no grant at all', { grants: [] }, 422, 'INVALID_INPUT', 'grants'],
    [
      'a role that does not exist',
      { grants: [{ ...grant('mediator', '3205'), role: 'king' }] },
      422,
      'INVALID_INPUT',
      'grants.0.role',
    ],
    ['spaces in the user name', { username: 'a b' }, 422, 'INVALID_INPUT', 'username'],
    ['a megabyte of name', { name: '名'.repeat(400_000) }, 422, 'INVALID_INPUT', 'name'],
  ])('is refused with %s', async (_, wrong, status, code, field) => {
    const body = { username: 'wrong', name: '顾秀英', grants: [grant('mediator', '3205')], ...wrong };

    const answer = await ask('/api/staff', { method: 'POST', body });

    expect([answer.status, await answer.json()]).toMatchObject([status, { code, errors: [{ field }] }]);
  });

  it('is refused where the JSON is malformed', async () => {
    const answer = await ask('/api/staff', { method: 'POST', body: '{"username":' });

    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'MALFORMED_REQUEST' }]);
  });
});

describe('an administrator of a district', () => {
  it('grants nothing outside it', async () => {
    const token = await districtAdmin('district-grants');
    const body = { username: 'elsewhere', name: '某', grants: [grant('mediator', '320506')] };

    const answer = await ask('/api/staff', { method: 'POST', body, token });

    expect([answer.status, await answer.json()]).toMatchObject([
      403,
      { code: 'AREA_NOT_YOURS', errors: [{ field: 'grants.0.areaCode' }] },
    ]);
  });

  it('sees nobody who works elsewhere only, by list or by id', async () => {
    const elsewhere = await create('only-elsewhere', [grant('mediator', '320506')]);
    const token = await districtAdmin('district-sees');

    const page = (await (await ask('/api/staff?limit=200', { token })).json()) as { items: StaffMemberView[]; total: number };
    const one = await ask(`/api/staff/${elsewhere.staff.id}`, { token });
    const act = await ask(`/api/staff/${elsewhere.staff.id}/deactivation`, { token, method: 'POST' });

    expect(page.items.map(({ username }) => username)).toContain('district-sees');
    expect(page.items.map(({ username }) => username)).not.toContain('only-elsewhere');
    expect(page.total).toBe(page.items.length);
    expect([one.status, act.status]).toEqual([404, 404]);
  });

  it('changes the grants inside it and leaves those elsewhere, but not the person as a whole', async () => {
    const both = await create('both', [grant('mediator', '320505001'), grant('mediator', '320506')]);
    const token = await districtAdmin('district-changes');

    const changed = await ask(`/api/staff/${both.staff.id}/grants`, {
      token,
      method: 'PUT',
      body: { grants: [grant('body_chair', '320505')] },
    });
    const reset = await ask(`/api/staff/${both.staff.id}/password-reset`, { token, method: 'POST' });

    const view = (await changed.json()) as StaffMemberView;
    expect(view.grants).toHaveLength(2);
    expect(view.grants).toEqual(expect.arrayContaining([grant('mediator', '320506'), grant('body_chair', '320505')]));
    expect(view.allowedActions).toEqual(['changeGrants']);
    expect([reset.status, await reset.json()]).toMatchObject([403, { code: 'STAFF_BEYOND_YOUR_AREAS' }]);
  });
});

describe('whoever does not manage staff', () => {
  it('is refused, however the question is put', async () => {
    const token = await enter(await create('just-mediator', [grant('mediator', '3205')]));

    const answers = await Promise.all([
      ask('/api/staff', { token }),
      ask('/api/staff', { token, method: 'POST', body: {} }),
      ask(`/api/staff/${cityId}/deactivation`, { token, method: 'POST' }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });
});

describe('changing what a person may do', () => {
  it.each([
    ['grants', 'PUT', { grants: [grant('organizer', '3205')] }],
    ['deactivation', 'POST', undefined],
    ['password-reset', 'POST', undefined],
  ])('by %s ends their sessions', async (act, method, body) => {
    const issued = await create(`leaves-by-${act}`, [grant('mediator', '3205')]);
    const token = await enter(issued);

    const answer = await ask(`/api/staff/${issued.staff.id}/${act}`, { method, body });

    expect(answer.status).toBe(200);
    expect((await gateway.ask('/api/session', { token })).status).toBe(401);
  });

  it('is not offered and not done once they are deactivated', async () => {
    const { staff } = await create('gone', [grant('mediator', '3205')]);
    const gone = (await (await ask(`/api/staff/${staff.id}/deactivation`, { method: 'POST' })).json()) as StaffMemberView;

    const again = await ask(`/api/staff/${staff.id}/password-reset`, { method: 'POST' });

    expect(gone).toMatchObject({ active: false, allowedActions: [] });
    expect([again.status, await again.json()]).toMatchObject([409, { code: 'ACTION_NOT_ALLOWED' }]);
  });
});

describe('the last administrator of the federation', () => {
  it('can neither be deactivated nor lose the role', async () => {
    const deactivated = await ask(`/api/staff/${cityId}/deactivation`, { method: 'POST' });
    const demoted = await ask(`/api/staff/${cityId}/grants`, { method: 'PUT', body: { grants: [grant('supervisor', '3205')] } });

    expect([deactivated.status, await deactivated.json()]).toMatchObject([409, { code: 'LAST_ADMINISTRATOR' }]);
    expect(demoted.status).toBe(409);
  });

  it('stays when two administrators deactivate each other at once', async () => {
    const other = await create('second-admin', [grant('administrator', '3205')]);
    const theirs = await enter(other);

    const answers = await Promise.all([
      ask(`/api/staff/${other.staff.id}/deactivation`, { method: 'POST' }),
      ask(`/api/staff/${cityId}/deactivation`, { method: 'POST', token: theirs }),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    if (answers[1]?.status === 200) city = theirs;
  });
});

describe('the list of staff', () => {
  it('goes page by page, finds by name and counts what it filters', async () => {
    const all: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page = await list(`limit=3${next === '' ? '' : `&cursor=${next}`}`);
      all.push(...page.items.map(({ username }) => username));
      next = page.next;
    }

    const found = await list('q=post-&role=post_officer&active=true');

    expect(all).toEqual([...new Set(all)].sort());
    expect(all).toHaveLength((await list('')).total);
    expect([found.total, found.items.map(({ username }) => username)]).toEqual([2, ['post-a', 'post-b']]);
  });

  it('refuses a cursor that it did not give', async () => {
    expect((await ask('/api/staff?cursor=AA')).status).toBe(422);
  });
});

async function list(query: string): Promise<{ items: StaffMemberView[]; next: string | null; total: number }> {
  return (await (await ask(`/api/staff?${query}`)).json()) as { items: StaffMemberView[]; next: string | null; total: number };
}
