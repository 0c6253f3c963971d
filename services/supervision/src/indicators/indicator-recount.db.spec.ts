import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { businessDate } from '@accord/case-model';
import { AlertHistory, CaseHistory } from '@accord/testing';
import fc from 'fast-check';
import { v7 } from 'uuid';
import type { AlertEvent } from '../facts/alert-facts.entity';
import type { CaseEvent } from '../facts/case-facts.entity';
import { aSupervisorOf, SupervisionOnPostgres } from '../facts/supervision-database.builder';

let supervision: SupervisionOnPostgres;

beforeAll(async () => {
  supervision = await SupervisionOnPostgres.open();
});

afterAll(() => supervision.close());

type Life = readonly (AlertEvent | CaseEvent)[];
const TODAY = '2026-06-30';
const addDays = (day: string, days: number): string =>
  businessDate(new Date(Date.parse(`${day}T00:00:00+08:00`) + days * 86_400_000));

const town = fc.constantFrom('05001', '05002', '06001', '06001003');
const day = fc.integer({ min: 0, max: 170 }).map((days) => addDays('2026-01-01', days));
const gap = fc.integer({ min: 0, max: 12 });

const alertLife = fc.record({
  town,
  day,
  hour: fc.integer({ min: 0, max: 23 }),
  end: fc.constantFrom('open', 'stoodDown', 'joined', 'escalated', 'resolved'),
});
const caseLife = fc.record({
  town,
  day,
  gaps: fc.tuple(gap, gap, gap),
  fromAlert: fc.boolean(),
  applies: fc.boolean(),
  overdue: fc.constantFrom(null, 'med.accept', 'med.limit'),
  end: fc.constantFrom('open', 'declined', 'withdrawnEarly', 'accepted', 'settled', 'failed', 'withdrawn'),
  withinClockB: fc.boolean(),
});

function liveAlert(city: string, { town, day, hour, end }: typeof alertLife extends fc.Arbitrary<infer A> ? A : never): Life {
  const alert = new AlertHistory(`${city}${town}`).when(`${day}T${String(hour).padStart(2, '0')}:30:00+08:00`);
  const life: AlertEvent[] = [alert.raised()];
  if (end === 'stoodDown' || end === 'joined') return [...life, alert[end]()];
  if (end === 'open') return [...life, alert.acknowledged()];
  life.push(alert.when(`${addDays(day, 1)}T00:10:00+08:00`).escalated());
  return end === 'resolved' ? [...life, alert.resolved('settled')] : life;
}

function liveCase(city: string, plan: typeof caseLife extends fc.Arbitrary<infer C> ? C : never): Life {
  const mediation = new CaseHistory(`${city}${plan.town}`, plan.fromAlert ? v7() : null).when(`${plan.day}T09:00:00+08:00`);
  const [first, second, third] = plan.gaps;
  const decided = addDays(plan.day, first);
  const ended = addDays(decided, second + third);
  const life: CaseEvent[] = [mediation.opened(plan.day)];
  if (plan.applies) life.push(mediation.applicationReceived(plan.day, addDays(plan.day, 5)));
  if (plan.overdue === 'med.accept') life.push(mediation.deadlinePassed('med.accept', addDays(plan.day, 5)));
  if (plan.end === 'open') return life;
  if (plan.end === 'declined') return [...life, mediation.declined(decided)];
  if (plan.end === 'withdrawnEarly') return [...life, mediation.withdrawn(decided)];
  life.push(mediation.accepted(decided));
  if (plan.overdue === 'med.limit') life.push(mediation.deadlinePassed('med.limit', ended));
  if (plan.end === 'accepted') return life;
  if (plan.end === 'withdrawn') return [...life, mediation.withdrawn(ended)];
  return [...life, mediation[plan.end](ended, { withinClockB: plan.withinClockB })];
}

/** Counts by reading every life from end to end, without facts, SQL or definitions. */
function recount(lives: readonly Life[], from: string, to: string): Record<string, number> {
  const counted: Record<string, number> = {};
  const count = (key: string, yes: boolean): void => void (counted[key] = (counted[key] ?? 0) + (yes ? 1 : 0));
  const within = (date: string | undefined): boolean => date !== undefined && date >= from && date <= to;
  for (const life of lives) {
    const find = <Type extends Life[number]['type']>(type: Type) =>
      life.find((event): event is Extract<Life[number], { type: Type }> => event.type === type);
    const on = (event: Life[number] | undefined): string | undefined =>
      event === undefined ? undefined : businessDate(event.occurredAt);
    const opened = find('disputes.case-opened');
    if (opened === undefined) {
      count('alerts', within(on(find('early-warning.alert-raised'))));
      count('escalated', within(on(find('early-warning.alert-escalated'))));
      continue;
    }
    const accepted = find('disputes.case-accepted')?.payload.acceptedOn;
    const declined = find('disputes.case-declined')?.payload.declinedOn;
    const settled = find('disputes.case-settled')?.payload;
    const failed = find('disputes.case-failed')?.payload;
    const withdrawn = find('disputes.case-withdrawn')?.payload.withdrawnOn;
    const decideBy = find('disputes.application-received')?.payload.decideBy.dueOn;
    const passed = find('disputes.case-deadline-passed')?.payload.clock;
    const decided = accepted ?? declined;
    const due =
      within(decideBy) &&
      (decided !== undefined || (decideBy ?? '') < TODAY) &&
      !(decided === undefined && withdrawn !== undefined && withdrawn <= (decideBy ?? ''));
    const concluded = within(settled?.inForceOn) || within(failed?.failedOn);
    count('cases', within(opened.payload.openedOn));
    count('accepted', within(accepted));
    count('concluded', concluded);
    count('settled', within(settled?.inForceOn));
    count('success-rate-accepted', within(settled?.inForceOn));
    count('success-rate-concluded', within(settled?.inForceOn));
    count('failed', within(failed?.failedOn));
    count('withdrawn', within(withdrawn));
    count('declined', within(declined));
    count('decisions-due', due);
    count('decided-on-time', due && decided !== undefined && decided <= (decideBy ?? ''));
    count('concluded-within-limit', concluded && (settled ?? failed)?.withinClockB === true);
    const ended = settled ?? failed ?? withdrawn ?? declined;
    count('overdue', ended === undefined && (passed === 'med.limit' || (passed === 'med.accept' && decided === undefined)));
  }
  return counted;
}

/** As a log delivers them: each life in its order, the lives among one another in any. */
function interleave(lives: readonly Life[], order: readonly number[]): Life[number][] {
  const waiting = lives.map((life) => [...life]);
  const heard: Life[number][] = [];
  for (let turn = 0; waiting.some((life) => life.length > 0); turn++) {
    const left = waiting.filter((life) => life.length > 0);
    const next = left[(order[turn % order.length] ?? 0) % left.length]?.shift();
    if (next !== undefined) heard.push(next);
  }
  return heard;
}

let cities = 1000;

it('every figure equals a plain recount of what happened, and the length of the list that it opens', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(alertLife, { maxLength: 12 }),
      fc.array(caseLife, { minLength: 1, maxLength: 20 }),
      fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 30 }),
      day,
      fc.integer({ min: 0, max: 180 }),
      async (alerts, cases, order, from, days) => {
        const city = String((cities += 1));
        const lives = [...alerts.map((alert) => liveAlert(city, alert)), ...cases.map((plan) => liveCase(city, plan))];
        await supervision.hear(...interleave(lives, order));
        const asked = { from, to: addDays(from, days), area: city };
        const supervisor = aSupervisorOf(city);

        const report = await supervision.indicators.report(asked, supervisor);

        const expected = recount(lives, asked.from, asked.to);
        for (const { key, numerator, denominator, list, denominatorList } of report.indicators) {
          expect([key, numerator]).toEqual([key, expected[key] ?? 0]);
          expect([key, await totalOf(list)]).toEqual([key, numerator]);
          if (denominatorList !== null) expect([key, await totalOf(denominatorList)]).toEqual([key, denominator]);
        }
        const parts = report.byArea.map(({ opened, accepted, concluded, settled, overdue }) => [
          opened,
          accepted,
          concluded,
          settled,
          overdue,
        ]);
        const sums = parts.reduce((sum, part) => sum.map((figure, place) => figure + (part[place] ?? 0)), [0, 0, 0, 0, 0]);
        expect(sums).toEqual(['cases', 'accepted', 'concluded', 'settled', 'overdue'].map((key) => expected[key] ?? 0));

        /** Reads a list to its end as a client would, and holds its length against the total that it states. */
        async function totalOf(path: string): Promise<number> {
          const [, key = ''] = /indicators\/([^/]+)\/rows/.exec(path) ?? [];
          const query = Object.fromEntries(new URL(path, 'http://accord').searchParams);
          const { items, total } = await supervision.indicators.rows(key, { ...query, limit: 200 }, supervisor);
          expect([path, items.length]).toEqual([path, total]);
          return total;
        }
      },
    ),
    { numRuns: 25, interruptAfterTimeLimit: 90_000 },
  );
}, 120_000);
