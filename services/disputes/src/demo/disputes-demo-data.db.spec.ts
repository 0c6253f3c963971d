import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { RunningDisputes } from '../running-disputes.builder';
import { DisputesDemoData } from './disputes-demo-data';
import { readDemoFiles } from './demo-files';

const FOLDER = fileURLToPath(new URL('../../../../deploy/demo', import.meta.url));
let disputes: RunningDisputes;

beforeAll(async () => {
  disputes = await RunningDisputes.start();
}, 60_000);
afterAll(() => disputes.stop());

describe('loading the demo data', () => {
  it('tells every case of every story once, also when it is loaded again', async () => {
    const { stories } = await readDemoFiles(FOLDER);
    const demo = disputes.app.get(DisputesDemoData, { strict: false });

    await demo.load(FOLDER);
    await demo.load(FOLDER);

    const [{ cases }] = (await disputes.sql('SELECT count(*)::int AS cases FROM mediation_cases')) as [{ cases: number }];
    expect(cases).toBe(stories.filter((story) => story.case !== null).length);
  }, 60_000);

  it('leaves cases in every state and a believable success rate', async () => {
    const rows = await disputes.sql('SELECT state, count(*)::int AS cases FROM mediation_cases GROUP BY state');
    const of = Object.fromEntries(rows.map(({ state, cases }) => [String(state), Number(cases)]));

    expect(Object.keys(of).sort()).toEqual([
      'accepted',
      'agreed',
      'applied',
      'declined',
      'failed',
      'in_mediation',
      'opened',
      'settled',
      'withdrawn',
    ]);
    const rate = (of.settled ?? 0) / ((of.settled ?? 0) + (of.failed ?? 0));
    expect(rate).toBeGreaterThan(0.5);
    expect(rate).toBeLessThan(0.85);
  });

  it('has nothing happen ahead of now', async () => {
    const [ahead] = await disputes.sql(`SELECT count(*)::int AS lines FROM case_timeline WHERE at > now()`);

    expect(ahead).toEqual({ lines: 0 });
  });

  it('gives each alert’s case its number once the alert is heard of', async () => {
    const [waiting] = await disputes.sql(
      'SELECT id, alert_id FROM mediation_cases WHERE alert_id IS NOT NULL AND alert_no IS NULL LIMIT 1',
    );

    await disputes.escalate({ level: 'red' }, String(waiting?.alert_id));
    const [known] = await disputes.until(
      () => disputes.sql('SELECT alert_no, alert_level FROM mediation_cases WHERE id = $1', [waiting?.id]),
      ([row]) => row?.alert_no !== null,
    );

    expect(known).toMatchObject({ alert_level: 'red' });
    expect(await disputes.sql('SELECT 1 FROM mediation_cases WHERE alert_id = $1', [waiting?.alert_id])).toHaveLength(1);
  });
});
