import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Person, person, RunningDisputes } from '../running-disputes.builder';

let disputes: RunningDisputes;
const administrator: Person = person('administrator', { areaCode: '3205' });
const reader: Person = person('mediator', { areaCode: '3205' });

beforeAll(async () => {
  disputes = await RunningDisputes.start();
}, 60_000);
afterAll(() => disputes.stop());

const TOWN = { name: '浒墅关镇劳动争议调解委员会', kind: 'town', areaCode: '320505001' };

describe('registering a mediation body', () => {
  it('makes it serve: the next case of its place is proposed to its mediator', async () => {
    const registered = await disputes.post('/bodies', administrator, TOWN);
    const staffId = randomUUID();
    const withMediator = await disputes.post(`/bodies/${String(registered.body.id)}/mediators`, administrator, {
      staffId,
      name: '陆文娟',
    });

    const caseId = await disputes.caseOf(await disputes.escalate());

    expect([registered.status, withMediator.status]).toEqual([201, 201]);
    expect(withMediator.body).toMatchObject({ kind: 'town', mediators: [{ staffId, name: '陆文娟' }] });
    expect((await disputes.get(`/cases/${caseId}`, reader)).body).toMatchObject({
      body: { id: registered.body.id },
      proposal: { mediator: { name: '陆文娟' } },
    });
  });

  it('registers one body for a request that is repeated', async () => {
    const key = { 'idempotency-key': randomUUID() };

    const answers = await Promise.all(
      [1, 2].map(() => disputes.post('/bodies', administrator, { ...TOWN, areaCode: '320506' }, key)),
    );

    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it.each([
    ['outside one’s area', { ...TOWN, areaCode: '3206' }, 403, 'AREA_NOT_YOURS'],
    ['a committee without its employer', { ...TOWN, kind: 'enterprise' }, 422, 'EMPLOYER_MISMATCH'],
    ['a town’s body with an employer', { ...TOWN, employerId: randomUUID() }, 422, 'EMPLOYER_MISMATCH'],
    ['a kind that is none', { ...TOWN, kind: 'court' }, 422, 'INVALID_INPUT'],
  ])('is refused: %s', async (_what, request, status, code) => {
    expect(await disputes.post('/bodies', administrator, request)).toMatchObject({ status, body: { code } });
  });

  it('is refused to whoever only works with cases', async () => {
    expect(await disputes.post('/bodies', reader, TOWN)).toMatchObject({ status: 403, body: { code: 'PERMISSION_MISSING' } });
  });

  it('refuses the same mediator twice', async () => {
    const { body } = await disputes.post('/bodies', administrator, { ...TOWN, areaCode: '320507' });
    const mediator = { staffId: randomUUID(), name: '顾明' };
    await disputes.post(`/bodies/${String(body.id)}/mediators`, administrator, mediator);

    expect(await disputes.post(`/bodies/${String(body.id)}/mediators`, administrator, mediator)).toMatchObject({
      status: 409,
      body: { code: 'MEDIATOR_REGISTERED_ALREADY' },
    });
  });
});

describe('the list of bodies', () => {
  it('shows those that may serve an area, in pages, each once', async () => {
    for (const areaCode of ['3205', '320581', '320581100', '320582'])
      await disputes.post('/bodies', administrator, { ...TOWN, areaCode });
    const areasOf = (body: Record<string, unknown>) => (body.items as { areaCode: string }[]).map(({ areaCode }) => areaCode);

    const first = await disputes.get('/bodies?area=320581&limit=2', reader);
    const second = await disputes.get(`/bodies?area=320581&limit=2&cursor=${String(first.body.next)}`, reader);

    expect([...areasOf(first.body), ...areasOf(second.body)]).toEqual(['3205', '320581', '320581100']);
    expect([first.body.total, second.body.next]).toEqual([3, null]);
  });
});
