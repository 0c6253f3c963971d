import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Indicator, IndicatorReport } from '@accord/contracts';
import type { Actor } from '@accord/http';
import { AlertHistory, CaseHistory } from '@accord/testing';
import { v7 } from 'uuid';
import { aSupervisorOf, SupervisionOnPostgres } from '../facts/supervision-database.builder';

let supervision: SupervisionOnPostgres;

beforeAll(async () => {
  supervision = await SupervisionOnPostgres.open();
});

afterAll(() => supervision.close());

/** Cities of their own keep the tests of this file out of one another's figures. */
let cities = 40;
const aCity = (): string => `32${(cities += 1)}`;

function figure(report: IndicatorReport, key: string): Indicator {
  const found = report.indicators.find((indicator) => indicator.key === key);
  if (found === undefined) throw new Error(`No indicator ${key}`);
  return found;
}

async function settle(areaCode: string, acceptedOn: string, inForceOn: string, withinClockB = true): Promise<CaseHistory> {
  const mediation = new CaseHistory(areaCode);
  await supervision.hear(
    mediation.opened(acceptedOn),
    mediation.accepted(acceptedOn),
    mediation.settled(inForceOn, { withinClockB }),
  );
  return mediation;
}

describe('the two success rates', () => {
  it('put what was settled over what was accepted, and over what was concluded', async () => {
    const city = aCity();
    for (let n = 0; n < 3; n++) await settle(`${city}05001`, '2026-02-01', '2026-02-10');
    for (const act of ['failed', 'failed', 'withdrawn', 'none'] as const) {
      const mediation = new CaseHistory(`${city}05001`);
      await supervision.hear(mediation.opened('2026-02-01'), mediation.accepted('2026-02-02'));
      if (act !== 'none') await supervision.hear(mediation[act]('2026-02-12'));
    }

    const report = await supervision.indicators.report({ area: city }, aSupervisorOf(city));

    expect(figure(report, 'success-rate-accepted')).toMatchObject({ numerator: 3, denominator: 7, rate: 3 / 7 });
    expect(figure(report, 'success-rate-concluded')).toMatchObject({ numerator: 3, denominator: 5, rate: 3 / 5 });
    expect(figure(report, 'withdrawn')).toMatchObject({ numerator: 1, denominator: null, rate: null, denominatorList: null });
  });

  it('hide the rate on fewer than five, never the counts', async () => {
    const city = aCity();
    for (let n = 0; n < 4; n++) await settle(`${city}05001`, '2026-02-01', '2026-02-10');

    const few = await supervision.indicators.report({ area: city }, aSupervisorOf(city));
    await settle(`${city}05001`, '2026-02-01', '2026-02-10');
    const enough = await supervision.indicators.report({ area: city }, aSupervisorOf(city));

    expect(figure(few, 'success-rate-accepted')).toMatchObject({ numerator: 4, denominator: 4, rate: null });
    expect(figure(enough, 'success-rate-accepted')).toMatchObject({ numerator: 5, denominator: 5, rate: 1 });
  });

  it('count each case in the period of its own date, both ends included', async () => {
    const city = aCity();
    await settle(`${city}05001`, '2026-01-31', '2026-02-01');
    await settle(`${city}05001`, '2026-02-28', '2026-03-01');

    const february = await supervision.indicators.report({ from: '2026-02-01', to: '2026-02-28' }, aSupervisorOf(city));

    expect(figure(february, 'accepted').numerator).toBe(1);
    expect(figure(february, 'settled').numerator).toBe(1);
  });
});

describe('deciding on time', () => {
  it('leaves out what is not yet due and what was withdrawn within the limit', async () => {
    const city = aCity();
    const cases = {
      onTheLastDay: (one: CaseHistory) => [one.accepted('2026-03-05')],
      aDayLate: (one: CaseHistory) => [one.declined('2026-03-06')],
      undecided: () => [],
      withdrawnInTime: (one: CaseHistory) => [one.withdrawn('2026-03-05')],
      withdrawnTooLate: (one: CaseHistory) => [one.withdrawn('2026-03-06')],
    };
    for (const act of Object.values(cases)) {
      const one = new CaseHistory(`${city}05001`);
      await supervision.hear(one.opened(), one.applicationReceived('2026-03-02', '2026-03-05'), ...act(one));
    }
    const notYetDue = new CaseHistory(`${city}05001`);
    await supervision.hear(notYetDue.opened('2026-06-29'), notYetDue.applicationReceived('2026-06-29', '2026-07-02'));

    const report = await supervision.indicators.report({ to: '2026-12-31' }, aSupervisorOf(city));

    expect(figure(report, 'decided-on-time')).toMatchObject({ numerator: 1, denominator: 4 });
  });
});

describe('overdue cases', () => {
  it('are those open now, until the act comes that the limit was for', async () => {
    const city = aCity();
    const [late, decided, ended] = [
      new CaseHistory(`${city}05001`),
      new CaseHistory(`${city}05001`),
      new CaseHistory(`${city}05001`),
    ];
    await supervision.hear(
      ...[late.opened(), late.accepted(), late.deadlinePassed('med.limit')],
      ...[decided.opened(), decided.applicationReceived(), decided.deadlinePassed('med.accept'), decided.accepted()],
      ...[ended.opened(), ended.accepted(), ended.deadlinePassed('med.limit'), ended.failed()],
    );

    const rows = await supervision.indicators.rows(
      'overdue',
      { limit: 50, from: '2020-01-01', to: '2020-01-02' },
      aSupervisorOf(city),
    );

    expect(rows.items.map(({ id }) => id)).toEqual([late.id]);
  });
});

describe('hearing events', () => {
  it('counts an event that is heard again once', async () => {
    const city = aCity();
    const alert = new AlertHistory(`${city}05001`);
    const events = [alert.raised(), alert.acknowledged(), alert.escalated()];

    await supervision.hear(...events, ...events);

    const report = await supervision.indicators.report({}, aSupervisorOf(city));
    expect(report.funnel.map(({ step, count }) => [step, count])).toEqual([
      ['alerts', 1],
      ['escalated', 1],
      ['cases', 0],
      ['accepted', 0],
      ['settled', 0],
    ]);
  });

  it('puts an instant on its business day, not on the day in Greenwich', async () => {
    const city = aCity();
    await supervision.hear(new AlertHistory(`${city}05001`).when('2026-01-31T16:00:00Z').raised());

    const february = await supervision.indicators.report({ from: '2026-02-01', to: '2026-02-28' }, aSupervisorOf(city));

    expect(figure(february, 'alerts').numerator).toBe(1);
  });

  it('keeps showing an alert as escalated while people still acknowledge it', async () => {
    const city = aCity();
    const alert = new AlertHistory(`${city}05001`, 'red');
    await supervision.hear(alert.raised(), alert.escalated(), alert.acknowledged(), alert.verified());

    const { items } = await supervision.indicators.rows('escalated', { limit: 50 }, aSupervisorOf(city));

    expect(items).toMatchObject([{ kind: 'alert', id: alert.id, state: 'escalated', level: 'red' }]);
  });
});

describe('asking for an area', () => {
  it('shows districts of a city, towns of a district, villages of a town', async () => {
    const city = aCity();
    for (const areaCode of [`${city}05001001`, `${city}05002`, `${city}06001`])
      await settle(areaCode, '2026-02-01', '2026-02-10');
    const partsOf = async (area?: string) =>
      (await supervision.indicators.report({ area }, aSupervisorOf(city))).byArea.map(({ areaCode, settled }) => [
        areaCode,
        settled,
      ]);

    expect(await partsOf()).toEqual([
      [`${city}05`, 2],
      [`${city}06`, 1],
    ]);
    expect(await partsOf(`${city}05`)).toEqual([
      [`${city}05001`, 1],
      [`${city}05002`, 1],
    ]);
    expect(await partsOf(`${city}05001`)).toEqual([[`${city}05001001`, 1]]);
  });

  it('counts only what is granted of a wider one, and refuses one that is not', async () => {
    const city = aCity();
    await settle(`${city}05001`, '2026-02-01', '2026-02-10');
    await settle(`${city}06001`, '2026-02-01', '2026-02-10');
    const inDistrict: Actor = aSupervisorOf(`${city}05`);

    expect(figure(await supervision.indicators.report({ area: city }, inDistrict), 'settled').numerator).toBe(1);
    await expect(supervision.indicators.report({ area: `${city}06` }, inDistrict)).rejects.toMatchObject({
      code: 'AREA_NOT_YOURS',
      field: 'area',
    });
  });

  it('lets a request read facts and never write them', async () => {
    const forged = supervision.database.within(aSupervisorOf('32'), (tx) =>
      tx.query(`UPDATE case_facts SET outcome = 'settled'`),
    );

    await expect(forged).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the list behind a figure', () => {
  it('pages through every row once, newest first, with the same total on each page', async () => {
    const city = aCity();
    const raised = [1, 2, 3, 4, 5].map((hour) => new AlertHistory(`${city}05001`).when(`2026-02-01T0${hour}:00:00Z`));
    for (const alert of raised) await supervision.hear(alert.raised());

    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await supervision.indicators.rows('alerts', { limit: 2, cursor }, aSupervisorOf(city));
      expect(page.total).toBe(5);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);

    expect(seen).toEqual(raised.map(({ id }) => id).reverse());
  });

  it('is refused for an indicator that does not exist, with those that do', async () => {
    await expect(supervision.indicators.rows('made-up', { limit: 2 }, aSupervisorOf('3205'))).rejects.toMatchObject({
      code: 'INDICATOR_NOT_FOUND',
      details: { known: expect.arrayContaining(['settled']) },
    });
  });

  it('is refused for a cursor that is not its own, naming the field', async () => {
    await expect(supervision.indicators.rows('settled', { limit: 2, cursor: v7() }, aSupervisorOf('3205'))).rejects.toMatchObject(
      { code: 'CURSOR_INVALID', field: 'cursor' },
    );
  });
});
