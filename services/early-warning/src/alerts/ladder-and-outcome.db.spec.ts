import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type AlertView,
  CaseDeclined,
  CaseFailed,
  CaseOpened,
  CaseSettled,
  CaseWithdrawn,
  type EventDefinition,
  type EventOf,
  StaffMemberChanged,
} from '@accord/contracts';
import { Database } from '@accord/postgres';
import { type Caller, RunningEarlyWarning } from '../early-warning.builder';
import { EndAlertWhenCaseEnds } from './end-alert-when-case-ends';
import { KnowWhoIsOnDuty } from '../duty/know-who-is-on-duty';
import { LinkCaseWhenCaseOpens } from './link-case-when-case-opens';

const MORNING = '2026-11-18T10:00:00+08:00';

let service: RunningEarlyWarning;
let officer: Caller;
let duty: Caller;

beforeAll(async () => {
  service = await RunningEarlyWarning.start();
  officer = await service.caller('顾秀英', ['post_officer', '320505002']);
  duty = await service.caller('陆卫东', ['duty_officer', '320505']);
});

beforeEach(() => service.clock.set(MORNING));

afterAll(() => service.stop());

const seen = async (id: string): Promise<AlertView> => (await duty.get<AlertView>(`/alerts/${id}`)).body;
const unanswered = async (id: string) =>
  (await service.announced(id))
    .filter(({ type }) => type.endsWith('unanswered'))
    .map(({ payload }) => [payload.climbedToArea, payload.acknowledgeBy]);

describe('an alert that nobody acknowledges', () => {
  it('climbs to the top, once per rung, and stays there saying why nobody else was told', async () => {
    const { id } = await officer.raises({ headCount: 300 });

    for (const hour of ['11', '12', '13', '14']) await service.waitUntil(`2026-11-18T${hour}:00:00+08:00`);

    expect(await unanswered(id)).toEqual([
      ['320505', '2026-11-18T04:00:00.000Z'],
      ['3205', '2026-11-18T05:00:00.000Z'],
      ['3205', null],
    ]);
    const alert = await seen(id);
    expect(alert.timeline.at(-1)?.what).toBe('nobody_notified');
    expect(alert.allowedActions).toContain('acknowledge');
  });

  it('stops climbing when somebody does', async () => {
    const { id } = await officer.raises({ headCount: 300 });
    await service.waitUntil('2026-11-18T11:00:00+08:00');

    await duty.post(`/alerts/${id}/acknowledgement`);
    await service.waitUntil('2026-11-20T11:00:00+08:00');

    expect(await unanswered(id)).toHaveLength(1);
  });

  it.each([
    ['escalated by a person', 'escalation', {}],
    ['stood down', 'standing-down', { reason: 'false_alarm', note: '系误会' }],
  ])('does not climb after it was %s', async (_, act, request) => {
    const { id } = await officer.raises();
    await duty.post(`/alerts/${id}/${act}`, request);

    await service.waitUntil('2026-11-30T11:00:00+08:00');

    expect(await unanswered(id)).toEqual([]);
  });

  it('does not lose its rung to a service that slept through three of them', async () => {
    const { id } = await officer.raises({ headCount: 300 });

    await service.waitUntil('2026-11-19T09:00:00+08:00');

    expect(await unanswered(id)).toEqual([['320505', '2026-11-19T02:00:00.000Z']]);
  });
});

describe('an alert in an area without duty officers', () => {
  const staffChanged = (staffId: string, active: boolean, areaCode: string) =>
    service.app.get(Database).asService((tx) => {
      const grants = [{ role: 'duty_officer' as const, areaCode, bodyId: null }];
      return service.app.get(KnowWhoIsOnDuty).handle(told(StaffMemberChanged, { staffId, active, grants }), tx);
    });
  const silent = ({ timeline }: AlertView) =>
    timeline.filter(({ what }) => what === 'nobody_notified').map(({ text }) => text.zh);

  it('says that nobody was notified, until somebody is granted for it', async () => {
    const [elsewhere, here] = [randomUUID(), randomUUID()];

    const unknown = await officer.raises();
    await staffChanged(elsewhere, true, '320506');
    const missing = await officer.raises();
    await staffChanged(here, true, '320505');
    const covered = await officer.raises();
    await staffChanged(here, false, '320505');
    const gone = await officer.raises();

    expect([unknown, missing, covered, gone].map((alert) => silent(alert).length)).toEqual([0, 1, 0, 1]);
    expect(silent(missing)[0]).toContain('镇（街道）级（320505002）没有值班员');
  });
});

describe('an acknowledgement without a verification', () => {
  it('runs out, and the alert climbs', async () => {
    const { id } = await officer.raises();
    await duty.post(`/alerts/${id}/acknowledgement`);

    await service.waitUntil('2026-11-24T00:00:00+08:00');

    expect(await seen(id)).toMatchObject({ state: 'raised', acknowledgedBy: null });
    expect(await unanswered(id)).toHaveLength(1);
  });
});

function told<Definition extends EventDefinition>(
  definition: Definition,
  payload: ReturnType<Definition['parse']>,
): EventOf<Definition> {
  return {
    id: randomUUID(),
    type: definition.type,
    aggregateId: randomUUID(),
    aggregateVersion: 1,
    occurredAt: new Date('2026-11-18T12:34:56+08:00'),
    traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    payload: definition.parse(payload) as ReturnType<Definition['parse']>,
  };
}

async function anEscalatedAlertWithItsCase(): Promise<{ alertId: string; caseId: string }> {
  const { id, areaCode, employer, headCount, claimTypes } = await officer.raises();
  await duty.post(`/alerts/${id}/escalation`, {});
  const caseId = randomUUID();
  const opened = told(CaseOpened, {
    caseId,
    areaCode,
    caseNo: 'TJ-320505-2026-000001',
    origin: 'alert',
    alertId: id,
    alertLevel: 'blue',
    employer,
    claimTypes,
    headCount,
    collective: true,
    bodyId: null,
    openedOn: '2026-11-18',
    reachBothSides: null,
  });
  await service.app.get(Database).asService((tx) => service.app.get(LinkCaseWhenCaseOpens).handle(opened, tx));
  return { alertId: id, caseId };
}

describe('the case of an alert', () => {
  const about = { areaCode: '320505002' };
  const ends = () => service.app.get(EndAlertWhenCaseEnds);
  const heard = (work: Parameters<Database['asService']>[0]) => service.app.get(Database).asService(work);

  it('is shown on it when it opens, at the time it opened', async () => {
    const { alertId, caseId } = await anEscalatedAlertWithItsCase();

    const alert = await seen(alertId);

    expect(alert.caseId).toBe(caseId);
    expect(alert.timeline.find(({ what }) => what === 'case_opened')).toMatchObject({
      at: '2026-11-18T04:34:56.000Z',
      actor: null,
    });
  });

  it.each([
    ['settles', 'settled', 'resolved', []],
    ['fails', 'failed', 'unresolved', ['standDown']],
    ['is declined', 'declined', 'verified', ['standDown', 'join', 'regrade']],
    ['is withdrawn', 'withdrawn', 'verified', ['standDown', 'join', 'regrade']],
  ] as const)('when it %s leaves the raiser told', async (_, outcome, state, allowed) => {
    const { alertId, caseId } = await anEscalatedAlertWithItsCase();
    const case_ = { ...about, caseId, alertId };
    const on = '2026-11-18';

    await heard((tx) => {
      switch (outcome) {
        case 'settled':
          return ends().settled(
            told(CaseSettled, { ...case_, inForceOn: on, amountFen: null, withinClockA: null, withinClockB: true }),
            tx,
          );
        case 'failed':
          return ends().failed(told(CaseFailed, { ...case_, failedOn: on, reason: 'no_agreement', withinClockB: true }), tx);
        case 'declined':
          return ends().declined(told(CaseDeclined, { ...about, caseId, reason: 'unreachable', declinedOn: on }), tx);
        case 'withdrawn':
          return ends().withdrawn(told(CaseWithdrawn, { ...case_, withdrawnOn: on }), tx);
      }
    });

    expect(await seen(alertId)).toMatchObject({ state, outcome, allowedActions: allowed });
    expect((await service.announced(alertId)).at(-1)).toEqual({
      type: 'early-warning.alert-resolved',
      payload: { ...about, alertId, caseId, outcome, raisedBy: officer.id },
    });
  });

  it('is told on the alerts that were joined to this one too', async () => {
    const { alertId, caseId } = await anEscalatedAlertWithItsCase();
    const joined = await officer.raises();
    await duty.post(`/alerts/${joined.id}/joining`, { leadAlertId: alertId });

    await heard((tx) => ends().withdrawn(told(CaseWithdrawn, { ...about, caseId, alertId, withdrawnOn: '2026-11-18' }), tx));

    expect((await seen(joined.id)).timeline.at(-1)).toMatchObject({ what: 'lead_ended', actor: null });
    expect((await seen(joined.id)).state).toBe('joined');
  });

  it('that began without an alert concerns none', async () => {
    const withdrawn = told(CaseWithdrawn, { ...about, caseId: randomUUID(), alertId: null, withdrawnOn: '2026-11-18' });

    await expect(heard((tx) => ends().withdrawn(withdrawn, tx))).resolves.toBeUndefined();
  });
});
