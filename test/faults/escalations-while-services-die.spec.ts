import { setTimeout as pause } from 'node:timers/promises';
import type { AlertView, CaseSummary, Page } from '@accord/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAlert, eventually, type Person, RunningAccord, transport } from '../journeys/running-accord';

const ALERTS = 1000;
const KILLS = 10;

let accord: RunningAccord;
let officer: Person;
let duty: Person;
let chair: Person;

beforeAll(async () => {
  accord = await RunningAccord.start();
  [officer, duty, chair] = (await Promise.all(['post', 'duty', 'chair'].map((name) => accord.signIn(name)))) as [
    Person,
    Person,
    Person,
  ];
}, 240_000);

afterAll(async () => {
  await accord?.stop();
}, 60_000);

/** Repeats what a killed service could not answer; a refusal because it was done already counts as done. */
async function insist(post: () => Promise<{ status: number; body: Record<string, unknown> }>): Promise<Record<string, unknown>> {
  for (;;) {
    const answer = await post().catch(() => ({ status: 503, body: {} as Record<string, unknown> }));
    if (answer.status < 500) return answer.body;
    await pause(100);
  }
}

async function raiseAndEscalate(number: number): Promise<string> {
  const key = `fault-${transport}-${number}`;
  const request = anAlert({ employer: { name: `苏州灾备${number}号有限公司` } });
  const alert = await insist(() => officer.post('/api/early-warning/alerts', request, { 'idempotency-key': key }));
  const { id } = alert as unknown as AlertView;
  await insist(() => duty.post(`/api/early-warning/alerts/${id}/escalation`, {}));
  return id;
}

async function casesPerAlert(): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  let cursor = '';
  for (;;) {
    const { body } = await chair.get<Page<CaseSummary>>(`/api/disputes/cases?limit=200&q=${encodeURIComponent('灾备')}${cursor}`);
    for (const { alertId } of body.items) found.set(String(alertId), (found.get(String(alertId)) ?? 0) + 1);
    if (body.next === null) return found;
    cursor = `&cursor=${encodeURIComponent(body.next)}`;
  }
}

describe(`${ALERTS} alerts escalated on the ${transport} transport while services are killed ${KILLS} times`, () => {
  it('open exactly one case each', async () => {
    const waiting = Array.from({ length: ALERTS }, (_, number) => number);
    const ids: string[] = [];
    let killed = 0;
    const killer = (async () => {
      while (killed < KILLS) {
        const due = ((killed + 1) * ALERTS) / (KILLS + 1);
        if (ids.length < due) {
          await pause(20);
          continue;
        }
        accord.killService(killed % 2 === 0 ? 'disputes' : 'early-warning');
        killed += 1;
      }
    })();
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) ids.push(await raiseAndEscalate(number));
      }),
    );
    await killer;

    const cases = await eventually(casesPerAlert, (found) => found.size >= ALERTS, 90);

    expect(killed).toBe(KILLS);
    expect(new Set(ids).size).toBe(ALERTS);
    expect([...cases.keys()].sort()).toEqual([...ids].sort());
    expect(Math.max(...cases.values())).toBe(1);
  }, 600_000);
});
