import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { anAdministrator, aRunningGateway, type RunningGateway } from './running-gateway.builder';

const AGGREGATE = '0198b2c4-0000-7000-8000-00000000000a';
let gateway: RunningGateway;
let token: string;

beforeAll(async () => {
  gateway = await aRunningGateway();
  ({ token } = await anAdministrator(gateway));
  const db = new Client({ connectionString: gateway.adminUrl });
  await db.connect();
  await db.query(
    `INSERT INTO messaging.parked (consumer, topic, aggregate_id, version, reason, error, log_partition, log_offset, key, headers, value)
     VALUES ('gateway.gone', 'accord.disputes.case', $1, 3, 'failed', 'TypeError', 0, 7, $1, '{"ce_type":"disputes.case-opened"}', '{}')`,
    [AGGREGATE],
  );
  await db.end();
});

afterAll(() => gateway.close());

const act = (what: string, body?: unknown, asking = { token } as { token?: string }): Promise<Response> =>
  gateway.ask(`/api/parked/${what}`, { method: 'POST', body, ...asking });

describe('parked events of a service', () => {
  it('are listed with what they are and why they wait', async () => {
    const answer = await gateway.ask('/api/parked', { token });

    expect(await answer.json()).toMatchObject([
      {
        consumer: 'gateway.gone',
        aggregateId: AGGREGATE,
        version: 3,
        type: 'disputes.case-opened',
        reason: 'failed',
        followers: 0,
      },
    ]);
  });

  it('of a consumer that is no more cannot be taken again', async () => {
    const answer = await act(`${AGGREGATE}/requeue`);

    expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'CONSUMER_UNKNOWN' }]);
  });

  it('are given up only for a reason', async () => {
    const without = await act(`${AGGREGATE}/discard`, {});
    const blank = await act(`${AGGREGATE}/discard`, { reason: '  ' });
    const reasoned = await act(`${AGGREGATE}/discard`, { reason: 'the consumer was removed' });

    expect([without.status, await without.json()]).toMatchObject([422, { errors: [{ field: 'reason' }] }]);
    expect(blank.status).toBe(422);
    expect([reasoned.status, await reasoned.json()]).toEqual([200, { taken: 0, left: 0 }]);
  });

  it('are not there for an aggregate of which nothing waits', async () => {
    const answer = await act('unknown/requeue', {});

    expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'NOTHING_PARKED' }]);
  });

  it('are for administrators', async () => {
    expect((await act(`${AGGREGATE}/requeue`, {}, {})).status).toBe(401);
  });
});
