import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AlertEscalated,
  AlertRaised,
  CaseAccepted,
  CaseOpened,
  CaseSettled,
  type Grant,
  IndicatorReport,
  IndicatorRows,
  type Problem,
} from '@accord/contracts';
import { AlertHistory, type Caller, CaseHistory, eventually, RunningService } from '@accord/testing';
import type { z } from 'zod';
import { supervision } from '../supervision.service-definition';

const supervisorOf = (areaCode: string): Grant => ({ role: 'supervisor', areaCode, bodyId: null });

let service: RunningService;
let supervisor: Caller;

beforeAll(async () => {
  service = await RunningService.start(supervision, { now: '2026-06-30T12:00:00+08:00' });
  supervisor = await service.caller(supervisorOf('3205'));
});

afterAll(() => service.stop());

describe('the cockpit', () => {
  it('moves when an alert becomes a case that is settled, and every figure opens its list', async () => {
    const alert = new AlertHistory('320505001', 'orange');
    const mediation = new CaseHistory('320505001', alert.id);
    await service.says(AlertRaised, alert.raised());
    await service.says(AlertEscalated, alert.escalated());
    await service.says(CaseOpened, mediation.opened());
    await service.says(CaseAccepted, mediation.accepted());
    await service.says(CaseSettled, mediation.settled());

    const { body } = await eventually(
      () => supervisor.get<IndicatorReport>('/indicators'),
      ({ body: { funnel } }) => funnel.every(({ count }) => count === 1),
    );

    expect(IndicatorReport.parse(body)).toMatchObject({ from: '2026-01-01', to: '2026-06-30', area: null });
    expect(body.funnel.map(({ step }) => step)).toEqual(['alerts', 'escalated', 'cases', 'accepted', 'settled']);
    for (const { key, numerator, list } of [
      ...body.indicators,
      ...body.funnel.map(({ step, count, list }) => ({ key: step, numerator: count, list })),
    ]) {
      const rows = await supervisor.get<z.infer<typeof IndicatorRows>>(list.replace('/api/supervision', ''));
      expect([key, IndicatorRows.parse(rows.body).total]).toEqual([key, numerator]);
    }
    expect(body.byArea).toEqual([{ areaCode: '320505', opened: 1, accepted: 1, concluded: 1, settled: 1, overdue: 0 }]);
  });

  it('says beside every figure what it counts, in both languages and with a version', async () => {
    const { body } = await supervisor.get<IndicatorReport>('/indicators');

    expect(
      body.indicators.filter(
        ({ name, definition, definitionVersion }) =>
          !(name.zh && name.en && definition.zh && definition.en && definitionVersion > 0),
      ),
    ).toEqual([]);
  });
});

describe('who may look', () => {
  it('is nobody without the permission, and nobody who is not signed in', async () => {
    const officer = await service.caller({ role: 'duty_officer', areaCode: '3205', bodyId: null });

    expect(await officer.get('/indicators')).toMatchObject({ status: 403, body: { code: 'PERMISSION_MISSING' } });
    expect(await service.ask('GET', '/indicators')).toMatchObject({ status: 401, body: { code: 'SIGN_IN_REQUIRED' } });
  });

  it('is a supervisor of another district for that district alone', async () => {
    const nextDoor = await service.caller(supervisorOf('320506'));

    const own = await nextDoor.get<IndicatorReport>('/indicators');

    expect(own.body.funnel.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0]);
    expect(await nextDoor.get('/indicators?area=320505')).toMatchObject({
      status: 403,
      body: { code: 'AREA_NOT_YOURS', errors: [{ field: 'area' }] },
    });
  });
});

describe('bad input', () => {
  it.each([
    ['/indicators?from=2026-02-30', 'INVALID_INPUT', 'from'],
    ['/indicators?to=yesterday', 'INVALID_INPUT', 'to'],
    ['/indicators?area=suzhou', 'INVALID_INPUT', 'area'],
    ['/indicators?from=2026-05-01&to=2026-04-30', 'PERIOD_REVERSED', 'from'],
    ['/indicators?from=2027-01-01', 'PERIOD_REVERSED', 'from'],
    ['/indicators/settled/rows?limit=0', 'INVALID_INPUT', 'limit'],
    ['/indicators/settled/rows?cursor=nonsense', 'CURSOR_INVALID', 'cursor'],
  ])('%s is refused with %s, naming %s', async (path, code, field) => {
    expect(await supervisor.get<Problem>(path)).toMatchObject({ status: 422, body: { code, errors: [{ field }] } });
  });

  it('is answered in the language asked for', async () => {
    const chinese = await supervisor.get<Problem>('/indicators?from=2026-05-01&to=2026-04-30');
    const english = await supervisor.get<Problem>('/indicators?from=2026-05-01&to=2026-04-30', { 'accept-language': 'en' });

    expect(chinese.body.title).toContain('晚于');
    expect(english.body.title).toContain('after its end');
  });

  it('names the indicators there are where one is asked for that is not', async () => {
    expect(await supervisor.get<Problem>(`/indicators/${'x'.repeat(150)}/rows`)).toMatchObject({
      status: 404,
      body: { code: 'INDICATOR_NOT_FOUND', details: { known: expect.arrayContaining(['settled']) } },
    });
  });
});
