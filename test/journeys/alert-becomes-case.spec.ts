import { randomUUID } from 'node:crypto';
import type {
  AlertView,
  CaseSummary,
  CaseView,
  Indicator,
  IndicatorReport,
  IndicatorRow,
  Page,
  TaskView,
} from '@accord/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAlert, eventually, type Person, RunningAccord, transport } from './running-accord';

let accord: RunningAccord;
let officer: Person;
let duty: Person;
let chair: Person;
let mediator: Person;
let supervisor: Person;

beforeAll(async () => {
  accord = await RunningAccord.start();
  [officer, duty, chair, mediator, supervisor] = (await Promise.all(
    ['post', 'duty', 'chair', 'mediator', 'supervisor'].map((name) => accord.signIn(name)),
  )) as [Person, Person, Person, Person, Person];
}, 240_000);

afterAll(async () => {
  await accord?.stop();
}, 60_000);

const raise = async (over: Record<string, unknown> = {}): Promise<AlertView> => {
  const { status, body } = await officer.post<AlertView>('/api/early-warning/alerts', anAlert(over), {
    'idempotency-key': randomUUID(),
  });
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
};

const caseOf = async (alertId: string): Promise<CaseSummary> => {
  const page = await eventually(
    () => chair.get<Page<CaseSummary>>(`/api/disputes/cases?alertId=${alertId}`),
    ({ body }) => body.items?.length === 1,
  );
  return page.body.items[0] as CaseSummary;
};

const act = async <View = CaseView>(person: Person, path: string, body: unknown = {}): Promise<View> => {
  const answer = await person.post<View>(path, body);
  if (![200, 201].includes(answer.status)) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};

const today = (): string => new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);

describe(`an alert on the ${transport} transport`, () => {
  it('becomes a mediation case, is settled, and the raiser and the figures know', async () => {
    const alert = await raise();
    expect(alert).toMatchObject({ state: 'raised', level: 'blue', grading: { ruleVersion: expect.any(Number) } });

    const acknowledging = await eventually(
      () => duty.get<Page<TaskView>>(`/api/worklist/tasks?subject=${alert.id}`),
      ({ body }) => body.items?.some(({ kind, state }) => kind === 'acknowledge-alert' && state === 'open'),
    );
    expect(acknowledging.body.total).toBe(1);
    await act(duty, `/api/early-warning/alerts/${alert.id}/acknowledgement`);
    await act(duty, `/api/early-warning/alerts/${alert.id}/verification`, { headCount: 37, findings: '情况属实' });
    const escalated = await act<AlertView>(duty, `/api/early-warning/alerts/${alert.id}/escalation`, { note: '转调解' });
    expect(escalated.state).toBe('escalated');

    const opened = await caseOf(alert.id);
    expect(opened).toMatchObject({ state: 'opened', origin: 'alert', collective: true, headCount: 37 });
    const file = (await chair.get<CaseView>(`/api/disputes/cases/${opened.id}`)).body;
    expect(file.clocks.map(({ key, state }) => [key, state])).toEqual([['fed.reach-both-sides', 'running']]);
    expect(file.proposal.reasons.length).toBeGreaterThan(0);

    await act(chair, `/api/disputes/cases/${opened.id}/application`, {
      form: 'written',
      applicant: { name: '张三', phone: '13800001234' },
      request: '支付三个月工资',
    });
    const accepted = await act(chair, `/api/disputes/cases/${opened.id}/acceptance`, {
      applicantConsent: { given: true, on: today(), how: 'signed' },
      respondentConsent: { given: true, on: today(), how: 'phone' },
    });
    const running = accepted.clocks.filter(({ state }) => state === 'running').map(({ key }) => key);
    expect(running.sort()).toEqual(['med.lawlimit', 'med.limit'].sort());
    const options = (
      await chair.get<{ id: string; name: string; conflict: unknown }[]>(`/api/disputes/cases/${opened.id}/mediator-options`)
    ).body;
    const mine = options.find(({ name, conflict }) => name === '钱慧敏' && conflict === null);
    await act(chair, `/api/disputes/cases/${opened.id}/mediator`, { mediatorId: mine?.id });

    const inList = await mediator.get<Page<CaseSummary>>('/api/disputes/cases?mediator=me&state=in_mediation');
    expect(inList.body.items.map(({ id }) => id)).toContain(opened.id);
    await act(mediator, `/api/disputes/cases/${opened.id}/sessions`, {
      heldOn: today(),
      place: '调解室',
      present: ['applicant', 'respondent'],
      record: '双方到场。',
    });
    const drafted = await act(mediator, `/api/disputes/cases/${opened.id}/agreement`, {
      terms: '十日内付清',
      amountFen: 12_000_00,
      applicantSignedOn: today(),
      respondentSignedOn: today(),
    });
    expect(drafted).toMatchObject({ state: 'agreed', agreement: { missing: ['mediator_signature', 'body_seal'] } });
    const settled = await act(mediator, `/api/disputes/cases/${opened.id}/agreement`, {
      terms: '十日内付清',
      amountFen: 12_000_00,
      applicantSignedOn: today(),
      respondentSignedOn: today(),
      mediatorSignedOn: today(),
      bodySealedOn: today(),
    });
    expect(settled.state).toBe('settled');

    const told = await eventually(
      () => officer.get<AlertView>(`/api/early-warning/alerts/${alert.id}`),
      ({ body }) => body.state === 'resolved',
    );
    expect(told.body).toMatchObject({ outcome: 'settled', caseId: opened.id });
    const settledInTown = async (): Promise<{ numerator: number; list: Page<IndicatorRow> }> => {
      const report = await supervisor.get<IndicatorReport>(`/api/supervision/indicators?area=320505002`);
      const figure = report.body.indicators.find(({ key }) => key === 'settled') as Indicator;
      return { numerator: figure.numerator, list: (await supervisor.get<Page<IndicatorRow>>(`${figure.list}&limit=200`)).body };
    };
    const figures = await eventually(
      settledInTown,
      ({ numerator, list }) => list.total === numerator && list.items.some(({ id }) => id === opened.id),
    );
    expect(figures.list.items.filter(({ id }) => id === opened.id)).toMatchObject([{ kind: 'case', state: 'settled' }]);
    const open = await duty.get<Page<TaskView>>(`/api/worklist/tasks?subject=${opened.id}&state=open`);
    expect(open.body.items).toEqual([]);
  }, 120_000);

  it('that is red escalates by the rule itself and opens one case', async () => {
    const alert = await raise({ headCount: 1200 });

    expect(alert).toMatchObject({ state: 'escalated', level: 'red', grading: { escalatesItself: true } });
    expect(await caseOf(alert.id)).toMatchObject({ alertLevel: 'red', collective: true });
  }, 60_000);

  it('that is sent twice with one key is raised once', async () => {
    const key = randomUUID();
    const request = anAlert();

    const [first, second] = await Promise.all(
      [1, 2].map(() => officer.post<AlertView>('/api/early-warning/alerts', request, { 'idempotency-key': key })),
    );

    expect(second?.body.id).toBe(first?.body.id);
  });

  it('is not there for somebody of another area', async () => {
    const alert = await raise();
    const elsewhere = await accord.signIn('duty-320583');

    expect((await elsewhere.get(`/api/early-warning/alerts/${alert.id}`)).status).toBe(404);
  });
});
