import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day, person, RunningDisputes } from '../running-disputes.builder';

let disputes: RunningDisputes;
let body: Awaited<ReturnType<RunningDisputes['registerBody']>>;
let chair: ReturnType<typeof person>;
let mediator: ReturnType<typeof person>;

beforeAll(async () => {
  disputes = await RunningDisputes.start();
  body = await disputes.registerBody();
  chair = person('body_chair', { bodyId: body.id });
  mediator = person('mediator', { id: body.mediators[0]?.staffId });
}, 60_000);
afterAll(() => disputes.stop());

describe('an alert that escalates', () => {
  it('opens one case', async () => {
    const alertId = await disputes.escalate();
    const caseId = await disputes.caseOf(alertId);
    const answer = await disputes.get(`/cases/${caseId}`, chair);
    expect(answer.status).toBe(200);
    console.log(
      JSON.stringify(answer.body, null, 1),
      await disputes.sql(`select table_name from information_schema.tables where table_schema='messaging'`),
      day(0),
    );
  });
});
