import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertSummary, Page } from '@accord/contracts';
import { type Caller, RunningEarlyWarning } from '../early-warning.builder';
import { EarlyWarningDemoData } from './early-warning-demo-data';

const DEMO = new URL('../../../../deploy/demo', import.meta.url).pathname;

let service: RunningEarlyWarning;
let supervisor: Caller;

beforeAll(async () => {
  service = await RunningEarlyWarning.start(new Date().toISOString(), { DEMO_DATA: DEMO });
  supervisor = await service.caller('钱慧', ['supervisor', '3205']);
});

afterAll(() => service.stop());

describe('loading the demo data', () => {
  it('leaves alerts in every state that people bring about', async () => {
    const states = await service.rows<{ state: string }>('SELECT DISTINCT state FROM alerts ORDER BY state');

    expect(states.map(({ state }) => state)).toEqual(['acknowledged', 'escalated', 'raised', 'stood_down', 'verified']);
  });

  it('tells each alert as it went, in order and never ahead of now', async () => {
    const [{ ahead, backwards }] = (await service.rows<{ ahead: string; backwards: string }>(`
      SELECT count(*) FILTER (WHERE at > now()) AS ahead, count(*) FILTER (WHERE at < before) AS backwards
      FROM (SELECT at, lag(at) OVER (PARTITION BY alert_id ORDER BY line) AS before FROM alert_timeline) AS lines`)) as [
      { ahead: string; backwards: string },
    ];

    expect({ ahead, backwards }).toEqual({ ahead: '0', backwards: '0' });
  });

  it('lets nothing wait beyond its limit', async () => {
    expect(await service.rows('SELECT alert_no FROM alerts WHERE answer_due_at <= $1', [service.clock.now()])).toEqual([]);
    expect(
      await service.rows(
        `SELECT 1 FROM alerts WHERE answer_due_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM deadlines WHERE aggregate_id = alerts.id AND state = 'waiting')`,
      ),
    ).toEqual([]);
  });

  it('is not done twice', async () => {
    const before = (await supervisor.get<Page<AlertSummary>>('/alerts')).body.total;

    await service.app.get(EarlyWarningDemoData).load(DEMO);

    expect(before).toBeGreaterThan(100);
    expect((await supervisor.get<Page<AlertSummary>>('/alerts')).body.total).toBe(before);
  });
});
