import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertView } from '@accord/contracts';
import { Actor } from '@accord/http';
import { Database } from '@accord/postgres';
import { RunningEarlyWarning } from '../early-warning.builder';

let service: RunningEarlyWarning;
let alert: AlertView;

beforeAll(async () => {
  service = await RunningEarlyWarning.start();
  const officer = await service.caller('顾秀英', ['post_officer', '320505002']);
  alert = await officer.raises();
});

afterAll(() => service.stop());

const asAppIn = (areaCode: string, sql: string, values: unknown[] = []): Promise<unknown> =>
  service.app.get(Database).within(new Actor(alert.id, '某人', [], [areaCode]), (tx) => tx.query(sql, values));

describe('the database refuses an alert', () => {
  it.each([
    ['in a state that does not exist', `state = 'asleep'`, 'alerts_state_known'],
    ['acknowledged by nobody', `state = 'acknowledged'`, 'alerts_acknowledged_by_somebody'],
    ['escalated at no time', `state = 'escalated'`, 'alerts_escalated_at_some_time'],
    [
      'resolved without an outcome',
      `state = 'resolved', escalated_at = now(), answer_due_at = NULL`,
      'alerts_ended_with_outcome',
    ],
    ['stood down without a reason', `state = 'stood_down', answer_due_at = NULL`, 'alerts_stood_down_for_a_reason'],
    ['joined to nothing', `state = 'joined', answer_due_at = NULL`, 'alerts_joined_into_another'],
    ['joined to itself', `state = 'joined', joined_into = id, answer_due_at = NULL`, 'alerts_joined_into_another'],
    ['that waits although verified', `state = 'verified'`, 'alerts_wait_only_while_open'],
    ['that climbed out of its area', `rung_area = '320506'`, 'alerts_climb_within_their_area'],
    ['about nobody', `head_count = 0`, 'alerts_head_count_positive'],
    ['claiming nothing', `claim_types = '{}'`, 'alerts_claim_something'],
    ['seen after it was raised', `occurred_at = raised_at + interval '1 second'`, 'alerts_occur_before_raised'],
  ])('%s', async (_, change, constraint) => {
    await expect(service.rows(`UPDATE alerts SET ${change} WHERE id = $1`, [alert.id])).rejects.toMatchObject({ constraint });
  });

  it('with a number that is taken', async () => {
    await expect(
      service.rows(
        `INSERT INTO alerts SELECT (jsonb_populate_record(alerts, jsonb_build_object('id', gen_random_uuid()))).* FROM alerts WHERE id = $1`,
        [alert.id],
      ),
    ).rejects.toMatchObject({ constraint: 'alerts_number_once' });
  });
});

describe('the role that answers requests', () => {
  it('sees and moves nothing outside the areas it was opened for', async () => {
    expect(
      await asAppIn(
        '320506',
        'SELECT id FROM alerts UNION ALL SELECT id FROM known_employers UNION ALL SELECT alert_id FROM alert_timeline',
      ),
    ).toEqual([]);
    expect(await asAppIn('320506', `UPDATE alerts SET level = 'red' RETURNING id`)).toEqual([[], 0]);
    await expect(
      asAppIn('320505002', `UPDATE alerts SET area_code = '320506001', rung_area = '320506001'`),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    ['change a line of the timeline', `UPDATE alert_timeline SET what = 'nothing'`],
    ['remove a line of the timeline', 'DELETE FROM alert_timeline'],
    ['remove an alert', 'DELETE FROM alerts'],
    ['change a grading rule', `UPDATE grading_rules SET note = ''`],
  ])('cannot %s', async (_, sql) => {
    await expect(asAppIn('320505', sql)).rejects.toMatchObject({ code: '42501' });
  });
});
