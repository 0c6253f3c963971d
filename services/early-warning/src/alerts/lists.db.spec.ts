import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertSummary, AlertView, EmployerOption, Page, PostView, Problem } from '@accord/contracts';
import { type Caller, RunningEarlyWarning } from '../early-warning.builder';

let service: RunningEarlyWarning;
let officer: Caller;
let duty: Caller;
let alerts: AlertView[];

beforeAll(async () => {
  service = await RunningEarlyWarning.start();
  officer = await service.caller('顾秀英', ['post_officer', '320505']);
  duty = await service.caller('陆卫东', ['duty_officer', '320505']);
  const other = await service.caller('吴中', ['post_officer', '320506']);
  await other.raises({ areaCode: '320506001', employer: { name: '吴中恒通电子厂' } });
  alerts = [];
  for (const [headCount, areaCode] of [
    [12, '320505002'],
    [60, '320505002'],
    [300, '320505001'],
    [1000, '320505001'],
    [20, '320505002'],
  ] as const) {
    alerts.push(await officer.raises({ headCount, areaCode, employer: { name: `苏州恒通电子${headCount}号厂` } }));
  }
  await duty.post(`/alerts/${alerts[0]?.id}/acknowledgement`);
});

afterAll(() => service.stop());

const list = async (query = '', by = duty) => (await by.get<Page<AlertSummary>>(`/alerts${query}`)).body;
const counts = ({ items }: Page<AlertSummary>) => items.map(({ headCount }) => headCount);

describe('the list of alerts', () => {
  it('shows those of one’s areas, newest first, with their number', async () => {
    const page = await list();

    expect(counts(page)).toEqual([20, 1000, 300, 60, 12]);
    expect(page).toMatchObject({ total: 5, next: null });
  });

  it.each([
    ['?state=acknowledged', [12]],
    ['?state=acknowledged&state=escalated', [1000, 300, 12]],
    ['?level=red', [1000]],
    ['?area=320505001', [1000, 300]],
    ['?area=320506', []],
    ['?mine=true', []],
    ['?q=60%E5%8F%B7', [60]],
    ['?q=%25', []],
    ['?q=yj-320505', [20, 1000, 300, 60, 12]],
    ['?level=blue&area=320505002', [20, 12]],
  ])('by %s shows what is asked for and counts it', async (query, shown) => {
    const page = await list(query);

    expect([counts(page), page.total]).toEqual([shown, shown.length]);
  });

  it('of one’s own is what one raised', async () => {
    expect(counts(await list('?mine=true', officer))).toHaveLength(5);
  });

  it('goes on from page to page without missing or repeating, also while new ones come in', async () => {
    const first = await list('?limit=2');
    const late = await officer.raises({ employer: { name: '后来的厂' } });
    const second = await list(`?limit=2&cursor=${first.next}`);
    const third = await list(`?limit=2&cursor=${second.next}`);

    expect([first, second, third].flatMap(counts)).toEqual([20, 1000, 300, 60, 12]);
    expect(third.next).toBeNull();
    await duty.post(`/alerts/${late.id}/standing-down`, { reason: 'false_alarm', note: '测试' });
  });

  it.each([
    ['?limit=0', 'limit'],
    ['?limit=201', 'limit'],
    ['?state=asleep', 'state'],
    ['?area=abc', 'area'],
    ['?cursor=forged', 'cursor'],
  ])('refuses %s by name', async (query, field) => {
    const { status, body } = await duty.get<Problem>(`/alerts${query}`);

    expect([status, body.errors?.[0]?.field]).toEqual([422, field]);
  });
});

describe('choosing an employer while typing', () => {
  const find = async (q: string, by = officer) =>
    (await by.get<EmployerOption[]>(`/employers?q=${encodeURIComponent(q)}`)).body.map(({ name }) => name);

  it.each(['恒通', 'szhtdz60', 'HTDZ60', '电子60号厂'])('finds it by %s', async (typed) => {
    expect(await find(typed)).toContain('苏州恒通电子60号厂');
  });

  it('shows when it was last heard of', async () => {
    const { body } = await officer.get<EmployerOption[]>(`/employers?q=${encodeURIComponent('电子60号')}`);

    expect(body[0]?.lastAlertAt).toBe(alerts[1]?.raisedAt);
  });

  it('shows nobody’s from other areas', async () => {
    expect(await find('吴中')).toEqual([]);
  });

  it('waits for a second character', async () => {
    expect(await find('恒')).toEqual([]);
  });

  it('shows at most twenty, those that begin with it first', async () => {
    await service.rows(
      `INSERT INTO known_employers (id, name, name_key, initials, area_code, confirmed)
       SELECT gen_random_uuid(), '第' || n || '纺织厂', '第' || n || '纺织厂', 'd' || n || 'fzc', '320505002', true FROM generate_series(1, 30) AS n`,
    );
    await service.rows(`INSERT INTO known_employers VALUES ($1, '纺织厂总部', '纺织厂总部', 'fzczb', '320505002', null, true)`, [
      randomUUID(),
    ]);

    const found = await find('纺织');

    expect(found).toHaveLength(20);
    expect(found[0]).toBe('纺织厂总部');
  });
});

describe('the warning posts', () => {
  it('of one’s areas are listed', async () => {
    await service.rows(
      `INSERT INTO warning_posts VALUES ($1, '狮山街道预警点', '320505002', 'town'), ($2, '吴中预警点', '320506001', 'town')`,
      [randomUUID(), randomUUID()],
    );

    const { body } = await officer.get<PostView[]>('/posts');

    expect(body.map(({ name }) => name)).toEqual(['狮山街道预警点']);
  });
});

describe('the OpenAPI document', () => {
  it('names every route of ours with what it takes', async () => {
    const { paths } = (await (await fetch(`${service.url}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: object }> } }>>;
    };

    expect(
      Object.keys(paths)
        .filter((path) => path.startsWith('/api') && !path.includes('/parked'))
        .sort(),
    ).toEqual([
      '/api/early-warning/alerts',
      '/api/early-warning/alerts/{id}',
      '/api/early-warning/alerts/{id}/acknowledgement',
      '/api/early-warning/alerts/{id}/escalation',
      '/api/early-warning/alerts/{id}/grading',
      '/api/early-warning/alerts/{id}/joining',
      '/api/early-warning/alerts/{id}/standing-down',
      '/api/early-warning/alerts/{id}/verification',
      '/api/early-warning/employers',
      '/api/early-warning/grading-preview',
      '/api/early-warning/posts',
    ]);
    expect(JSON.stringify(paths['/api/early-warning/alerts']?.post?.requestBody)).toContain('observed');
  });
});
