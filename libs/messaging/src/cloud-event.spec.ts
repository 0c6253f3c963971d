import { defineEvent } from '@accord/contracts';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { hear } from './inbox/heard-event';
import type { ReceivedRecord } from './log/event-log';
import { type OutboxRow, recordedAt, recordOf, recordsOf } from './relay/outbox-row';

const ID = '0198b2c4-0000-7000-8000-000000000001';

const AlertLooked = defineEvent({
  type: 'early-warning.alert-looked-at',
  version: 2,
  aggregate: 'alert',
  keyedBy: 'alertId',
  meaning: 'Somebody looked.',
  payload: z.object({ alertId: z.uuid(), times: z.int() }),
});

const row = (changes: Partial<OutboxRow> = {}): OutboxRow => ({
  id: '1',
  event_id: '019ab2c4-1234-7000-8000-000000000009',
  aggregate_type: 'alert',
  aggregate_id: ID,
  version: 3,
  type: AlertLooked.type,
  event_version: 2,
  topic: AlertLooked.topic,
  payload: JSON.stringify({ alertId: ID, times: 4 }),
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  occurred_at: new Date('2026-11-22T01:02:03.004Z'),
  ...changes,
});

const received = (changes: Partial<ReceivedRecord> = {}): ReceivedRecord => ({
  ...recordOf(row(), 'early-warning'),
  partition: 0,
  offset: 0n,
  ...changes,
});
const understand = (type: string) => (type === AlertLooked.type ? AlertLooked : undefined);

describe('an outbox row on the log', () => {
  it('is a CloudEvent in binary mode, keyed by its aggregate', () => {
    expect(recordOf(row(), 'early-warning')).toEqual({
      topic: 'accord.early-warning.alert',
      key: ID,
      headers: {
        ce_specversion: '1.0',
        ce_id: '019ab2c4-1234-7000-8000-000000000009',
        ce_type: 'early-warning.alert-looked-at',
        ce_source: '/accord/early-warning',
        ce_subject: ID,
        ce_time: '2026-11-22T01:02:03.004Z',
        ce_dataschema: 'urn:accord:event:early-warning.alert-looked-at:2',
        ce_aggregateversion: '3',
        'content-type': 'application/json',
        traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
      },
      value: JSON.stringify({ alertId: ID, times: 4 }),
    });
  });

  it('says when it was recorded', () => {
    expect(recordedAt({ event_id: '019aaa85-cafc-7abc-8000-000000000000' })).toBe(0x019aaa85cafc);
  });

  it('that cannot be sent keeps back those of its aggregate behind it, and no other', () => {
    const huge = JSON.stringify('劳'.repeat(400_000));
    const outgoing = recordsOf(
      [
        row({ id: '1' }),
        row({ id: '2', payload: huge }),
        row({ id: '3' }),
        row({ id: '4', aggregate_id: 'another' }),
        row({ id: '5', aggregate_id: 'third', topic: 'no topic' }),
      ],
      'early-warning',
    );

    expect(outgoing.ids).toEqual(['1', '4']);
    expect(outgoing.records).toHaveLength(2);
    expect(outgoing.unsendable.map(({ id }) => id)).toEqual(['2', '5']);
  });
});

describe('hearing a record', () => {
  it('gives back what was said', () => {
    expect(hear(received(), understand)).toMatchObject({
      aggregateId: ID,
      version: 3,
      fault: undefined,
      event: {
        id: '019ab2c4-1234-7000-8000-000000000009',
        type: AlertLooked.type,
        aggregateId: ID,
        aggregateVersion: 3,
        occurredAt: new Date('2026-11-22T01:02:03.004Z'),
        traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
        payload: { alertId: ID, times: 4 },
      },
    });
  });

  it('of a type that nobody handles reads nothing but its place', () => {
    const heard = hear(received({ value: 'not even JSON' }), () => undefined);

    expect(heard).toMatchObject({ aggregateId: ID, version: 3, event: undefined, fault: undefined });
  });

  it.each([
    ['JSON', { value: '{' }],
    ['value', { value: null }],
    ['times', { value: JSON.stringify({ alertId: ID, times: 'often' }) }],
    ['subject', { value: JSON.stringify({ alertId: ID.replace('1', '2'), times: 4 }) }],
    ['ce_type', { headers: { ...received().headers, ce_type: '' } }],
    ['ce_id', { headers: { ...received().headers, ce_id: '' } }],
    ['ce_time', { headers: { ...received().headers, ce_time: 'yesterday' } }],
  ])('that is broken names its fault (%s) and keeps its place', (fault, changes) => {
    const heard = hear(received(changes), understand);

    expect(heard.fault).toContain(fault);
    expect(heard).toMatchObject({ aggregateId: ID, version: 3, event: undefined });
  });

  it.each(['0', '-1', '1.5', 'x', '', '99999999999'])('with the version %j has no place', (version) => {
    const heard = hear(received({ headers: { ...received().headers, ce_aggregateversion: version } }), understand);

    expect(heard).toMatchObject({ version: null, event: undefined });
    expect(heard.fault).toContain('ce_aggregateversion');
  });
});
