import { randomUUID } from 'node:crypto';
import { describe, expect } from '@jest/globals';
import { CloudEventHeader } from '../cloud-event';
import type { LogRecord } from '../log/event-log';
import { aRecord, without } from './a-record';
import type { Stage } from './stage';
import { until } from './until';

/** What becomes of records that nobody can read. */
export function describeBrokenRecords(stage: Stage): void {
  describe('a record', () => {
    const broken: [string, (record: LogRecord) => LogRecord][] = [
      ['that is not JSON', (record) => ({ ...record, value: '{"thingId":' })],
      ['that breaks its contract', (record) => ({ ...record, value: '{"n":"many"}' })],
      [
        'about another aggregate than it says',
        (record) => ({ ...record, value: record.value.replace(/"thingId":"[^"]+"/, `"thingId":"${randomUUID()}"`) }),
      ],
      ['without a type', (record) => ({ ...record, headers: without(record.headers, CloudEventHeader.type) })],
      ['without a time', (record) => ({ ...record, headers: without(record.headers, CloudEventHeader.time) })],
    ];
    for (const [fault, spoil] of broken) {
      stage.test(`${fault} parks its aggregate and no other; discarded with a reason, it lets the next pass`, async () => {
        const { house, parking } = stage;
        const [spoilt, healthy] = [randomUUID(), randomUUID()];

        await house.log.append([
          aRecord(house, spoilt, 1),
          spoil(aRecord(house, spoilt, 2)),
          aRecord(house, healthy, 1),
          aRecord(house, spoilt, 3),
        ]);
        await house.untilTaken(healthy, 1);
        await until(
          'it is parked with its follower',
          async () => (await parking.list({ aggregateId: spoilt }))[0]?.followers === 1,
        );

        expect(await parking.list({ aggregateId: spoilt })).toMatchObject([{ version: 2, reason: 'unreadable' }]);
        await expect(parking.discard({ aggregateId: spoilt }, ' ')).rejects.toMatchObject({ code: 'DISCARD_NEEDS_REASON' });
        expect(await parking.discard({ aggregateId: spoilt }, 'sent by a broken tool')).toEqual({ taken: 1, left: 0 });
        expect(await house.taken(spoilt)).toEqual([1, 3]);
      });
    }

    stage.test('that does not say its version is parked by itself and blocks nothing', async () => {
      const { house, parking } = stage;
      const thingId = randomUUID();
      const lost = aRecord(house, thingId, 1);

      await house.log.append([{ ...lost, headers: without(lost.headers, CloudEventHeader.aggregateVersion) }, lost]);
      await house.untilTaken(thingId, 1);

      await until('it is parked', async () => (await parking.list({ aggregateId: thingId })).length === 1);
      expect(await parking.list({ aggregateId: thingId })).toMatchObject([{ version: null, reason: 'unreadable', followers: 0 }]);
      await parking.discard({ aggregateId: thingId }, 'nobody knows what it was');
      await expect(parking.requeue({ aggregateId: thingId })).rejects.toMatchObject({ code: 'NOTHING_PARKED' });
    });
  });
}
