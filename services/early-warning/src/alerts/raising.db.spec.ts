import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertView, Grading, Problem } from '@accord/contracts';
import { A_SMALL_TROUBLE, type Caller, RunningEarlyWarning } from '../early-warning.builder';

let service: RunningEarlyWarning;
let officer: Caller;

beforeAll(async () => {
  service = await RunningEarlyWarning.start();
  officer = await service.caller('顾秀英', ['post_officer', '320505002']);
});

afterAll(() => service.stop());

describe('raising an alert', () => {
  it('gives it a number, a level by the rule and a limit for its acknowledgement', async () => {
    const alert = await officer.raises();

    expect(alert).toMatchObject({ state: 'raised', level: 'blue', grading: { ruleVersion: 1, ruleKey: 'blue.head-count' } });
    expect(alert.alertNo).toMatch(/^YJ-320505-2026-\d{6}$/);
    expect(alert.acknowledgeBy).toBe('2026-11-19T03:00:00.000Z');
    expect(alert.timeline.map(({ what, actor }) => [what, actor])).toEqual([
      ['raised', '顾秀英'],
      ['employer_unknown', null],
      ['graded', null],
      ['awaits_acknowledgement', null],
    ]);
    expect(alert.allowedActions).toEqual([]);
  });

  it('is kept for whoever asks again', async () => {
    const alert = await officer.raises();

    expect((await officer.get<AlertView>(`/alerts/${alert.id}`)).body).toEqual(alert);
  });

  it('that is grave enough escalates in the same transaction', async () => {
    const alert = await officer.raises({ headCount: 300 });

    expect(alert).toMatchObject({ state: 'escalated', level: 'orange' });
    expect((await service.announced(alert.id)).map(({ type }) => type)).toEqual([
      'early-warning.alert-raised',
      'early-warning.alert-escalated',
    ]);
  });

  it('keeps the names of people and what they saw out of its events', async () => {
    const alert = await officer.raises({ observed: '张三称老板李四失联，电话13800000000', headCount: 300, place: '李四办公室' });

    expect(JSON.stringify(await service.announced(alert.id))).not.toMatch(/张三|李四|138|顾秀英/);
  });

  it('knows the post whose officer saw it', async () => {
    const postId = randomUUID();
    await service.rows(`INSERT INTO warning_posts VALUES ($1, '狮山街道预警点', '320505002', 'town')`, [postId]);

    const [seen, phoned] = [await officer.raises(), await officer.raises({ source: 'hotline' })];

    expect((await service.announced(seen.id))[0]?.payload.postId).toBe(postId);
    expect((await service.announced(phoned.id))[0]?.payload.postId).toBeNull();
  });
});

describe('naming an employer', () => {
  it('that nobody knows takes it up as unconfirmed', async () => {
    const alert = await officer.raises({ employer: { name: '狮山老王加工点' } });

    expect(await service.rows('SELECT id, confirmed FROM known_employers WHERE name = $1', ['狮山老王加工点'])).toEqual([
      { id: alert.employer.id, confirmed: false },
    ]);
  });

  it('a second time, written a little differently, means the same one', async () => {
    const one = await officer.raises({ employer: { name: '苏州云岩（中国）有限公司' } });
    const other = await officer.raises({ employer: { name: ' 苏州云岩(中国) 有限责任公司' } });

    expect(other.employer).toEqual(one.employer);
  });

  it('by an id that is not known there is refused', async () => {
    const { status, body } = await officer.post<Problem>('/alerts', {
      ...A_SMALL_TROUBLE,
      employer: { id: randomUUID(), name: '某公司' },
    });

    expect({ status, code: body.code, field: body.errors?.[0]?.field }).toEqual({
      status: 422,
      code: 'EMPLOYER_UNKNOWN',
      field: 'employer.id',
    });
  });
});

describe('raising what cannot be right', () => {
  const CLEAR: [string, object, number, string, string][] = [
    ['nobody', { headCount: 0 }, 422, 'INVALID_INPUT', 'headCount'],
    ['ten million people', { headCount: 10_000_000 }, 422, 'INVALID_INPUT', 'headCount'],
    ['a million characters', { observed: '欠'.repeat(350_000) }, 422, 'INVALID_INPUT', 'observed'],
    ['a character that no text has', { observed: '欠\u0000薪' }, 422, 'INVALID_INPUT', 'observed'],
    ['half a character', { employer: { name: '某厂\ud800' } }, 422, 'INVALID_INPUT', 'employer.name'],
    ['trouble of the future', { occurredAt: '2026-11-18T10:00:01+08:00' }, 422, 'DATE_IN_FUTURE', 'occurredAt'],
    ['a date that is none', { occurredAt: 'yesterday' }, 422, 'INVALID_INPUT', 'occurredAt'],
    ['an area elsewhere', { areaCode: '320506001' }, 403, 'AREA_NOT_YOURS', 'areaCode'],
    ['the area above', { areaCode: '320505' }, 403, 'AREA_NOT_YOURS', 'areaCode'],
    ['another level without a reason', { level: 'red' }, 422, 'LEVEL_REASON_REQUIRED', 'levelReason'],
    ['nothing claimed', { claimTypes: [] }, 422, 'INVALID_INPUT', 'claimTypes'],
    ['an unknown claim', { claimTypes: ['boredom'] }, 422, 'INVALID_INPUT', 'claimTypes.0'],
    ['a field that does not exist', { colour: 'red' }, 422, 'INVALID_INPUT', 'colour'],
    ['an employer without a name', { employer: {} }, 422, 'INVALID_INPUT', 'employer.name'],
    ['arrears of minus one month', { signs: { arrearsMonths: -1 } }, 422, 'INVALID_INPUT', 'signs.arrearsMonths'],
  ];

  it.each(CLEAR)('names the field at fault: %s', async (_, fault, status, code, field) => {
    const [before] = await service.rows('SELECT count(*) FROM alerts');

    const answers = await Promise.all(
      (['zh', 'en'] as const).map((language) =>
        officer.post<Problem>('/alerts', { ...A_SMALL_TROUBLE, ...fault }, { 'accept-language': language }),
      ),
    );

    for (const answer of answers)
      expect([answer.status, answer.body.code, answer.body.errors?.[0]?.field]).toEqual([status, code, field]);
    expect(answers[0]?.body.title).toMatch(/[一-鿿]/);
    expect(answers[1]?.body.title).not.toMatch(/[一-鿿]/);
    expect(answers[0]?.body.errors?.[0]?.message).toMatch(/[一-鿿]/);
    expect(await service.rows('SELECT count(*) FROM alerts')).toEqual([before]);
  });

  it.each([
    ['malformed JSON', '{"employer":', 400],
    ['JSON that is no object', '[]', 422],
    ['nothing', undefined, 422],
  ])('answers %s with %s', async (_, body, status) => {
    expect((await officer.post('/alerts', body)).status).toBe(status);
  });

  it('is refused to whoever may not raise', async () => {
    const mediator = await service.caller('钱慧敏', ['mediator', '320505002']);

    expect((await mediator.post<Problem>('/alerts', A_SMALL_TROUBLE)).body.code).toBe('PERMISSION_MISSING');
  });
});

describe('raising the same again with its Idempotency-Key', () => {
  it('answers with the alert that is there', async () => {
    const headers = { 'idempotency-key': randomUUID() };

    const first = await officer.post<AlertView>('/alerts', A_SMALL_TROUBLE, headers);
    const second = await officer.post<AlertView>('/alerts', A_SMALL_TROUBLE, headers);

    expect(second).toEqual(first);
  });

  it('raises one, also when both come at once', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const request = { ...A_SMALL_TROUBLE, employer: { name: '同时上报的工厂' } };

    const answers = await Promise.all(Array.from({ length: 8 }, () => officer.post<AlertView>('/alerts', request, headers)));

    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(await service.rows('SELECT count(*)::int FROM alerts WHERE employer_name = $1', [request.employer.name])).toEqual([
      { count: 1 },
    ]);
  });

  it('but other content is refused', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    await officer.post('/alerts', A_SMALL_TROUBLE, headers);

    const { status, body } = await officer.post<Problem>('/alerts', { ...A_SMALL_TROUBLE, headCount: 13 }, headers);

    expect([status, body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('of somebody else raises another', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const colleague = await service.caller('顾彩云', ['post_officer', '320505002']);

    const [mine, theirs] = [
      await officer.post<AlertView>('/alerts', A_SMALL_TROUBLE, headers),
      await colleague.post<AlertView>('/alerts', A_SMALL_TROUBLE, headers),
    ];

    expect(mine.body.id).not.toBe(theirs.body.id);
  });
});

describe('many raising at once', () => {
  it('gives every alert a number of its own, in a new year too', async () => {
    service.clock.set('2027-01-01T00:00:01+08:00');

    const numbers = (await Promise.all(Array.from({ length: 20 }, () => officer.raises()))).map(({ alertNo }) => alertNo);

    service.clock.set('2026-11-18T10:00:00+08:00');
    expect(new Set(numbers).size).toBe(20);
    expect(numbers.sort()[0]).toBe('YJ-320505-2027-000001');
  });
});

describe('previewing a level', () => {
  it('tells the level and the rule without raising anything', async () => {
    const { status, body } = await officer.post<Grading>('/grading-preview', { headCount: 60 });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      level: 'yellow',
      ruleKey: 'yellow.head-count',
      because: { zh: '涉及 60 人，在 50 至 199 人之间' },
    });
  });

  it('goes by the newest version in force', async () => {
    const [{ rules }] = (await service.rows<{ rules: { lines: object[] } }>(
      'SELECT rules FROM grading_rules WHERE version = 1',
    )) as [{ rules: { lines: object[] } }];
    const everythingIsRed = { ...rules, lines: [{ key: 'all.red', level: 'red', because: { zh: '一律', en: 'always' } }] };
    await service.rows(`INSERT INTO grading_rules VALUES (2, '2026-12-01T00:00:00+08:00', $1, 'stricter from December')`, [
      everythingIsRed,
    ]);

    const november = await officer.post<Grading>('/grading-preview', { headCount: 1 });
    service.clock.set('2026-12-01T00:00:00+08:00');
    const december = await officer.post<Grading>('/grading-preview', { headCount: 1 });

    service.clock.set('2026-11-18T10:00:00+08:00');
    expect([november.body.level, december.body.level]).toEqual(['blue', 'red']);
    expect(december.body.ruleVersion).toBe(2);
  });
});
