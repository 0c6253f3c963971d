import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertView } from '@accord/contracts';
import { type Caller, RunningEarlyWarning } from '../early-warning.builder';

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
    expect(alert.acknowledgeBy).not.toBeNull();
    expect(alert.timeline.map(({ what }) => what)).toEqual(['raised', 'graded', 'awaits_acknowledgement']);
  });

  it('is kept for whoever asks again', async () => {
    const alert = await officer.raises();

    expect((await officer.get<AlertView>(`/alerts/${alert.id}`)).body).toEqual(alert);
  });
});
