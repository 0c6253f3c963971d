import { describe, expect } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { MessagingStatus } from '../messaging-status';
import { Outbox } from '../outbox/outbox';
import type { Stage } from './stage';
import { until } from './until';

/** What holds for relays. */
export function describeRelays(stage: Stage): void {
  describe('the relay', () => {
    stage.test('lets an event that no log would take stop only its own aggregate', async () => {
      const { house, outbox, parking } = stage;
      const thing = await house.aThing(outbox, 'none');
      const other = await house.aThing(outbox);
      await house.happen(outbox, thing.id, 'none', 'x'.repeat(950 * 1024));
      await house.happen(outbox, thing.id);
      await house.happen(outbox, other.id);

      await house.untilTaken(other.id, 1);
      await until('it is shown', async () => (await parking.list({ consumer: 'relay' })).length === 1);

      expect(await parking.list({ consumer: 'relay' })).toMatchObject([
        { aggregateId: thing.id, reason: 'unsendable', followers: 1 },
      ]);
      expect(await house.taken(thing.id)).toEqual([1]);

      await parking.discard({ aggregateId: thing.id }, 'a mistake of the caller');
      await house.untilTaken(thing.id, 1, 3);
      expect(await house.taken(thing.id)).toEqual([1, 3]);
    });

    stage.test('that was overtaken starts over, and nothing is lost or doubled by it', async () => {
      const { house, outbox } = stage;
      const things = await Promise.all(Array.from({ length: 4 }, () => house.aThing(outbox)));
      for (let round = 1; round <= 10; round++) {
        await house.worker.query('UPDATE messaging.relay_shard SET epoch = epoch + 1');
        await Promise.all(things.map(({ id }) => house.happen(outbox, id)));
        await house.worker.query('UPDATE messaging.relay_shard SET epoch = epoch + 1');
      }

      for (const { id } of things) await house.untilTaken(id, ...Array(10).keys());
      for (const { id } of things) expect(await house.taken(id)).toEqual(Array.from({ length: 10 }, (_, n) => n + 1));
    });

    stage.test(
      'loses, doubles and swaps nothing when 24 writers meet on 20 aggregates and two relays share the work',
      async () => {
        const { house, outbox, parking, process } = stage;
        const second = await house.startProcess();
        const shards = (relay: INestApplicationContext) => relay.get(MessagingStatus).snapshot().relayShards;
        await until('both relays own shards', () => shards(process) > 0 && shards(second) > 0);
        const things = await Promise.all(Array.from({ length: 20 }, () => house.aThing(outbox)));
        const ids = things.map(({ id }) => id);

        await Promise.all(
          Array.from({ length: 24 }, async (_, writer) => {
            const mine = writer % 2 === 0 ? outbox : second.get(Outbox);
            for (let n = 0; n < 100; n++) await house.happen(mine, ids[(writer * 7 + n * 3) % 20] as string);
          }),
        );
        const count = async (table: string) =>
          Number(
            (
              await house.worker.query(
                `SELECT count(*) FROM ${table} WHERE thing_id = ANY ($1) AND ${table === 'effects' ? "kind = 'happened'" : 'true'}`,
                [ids],
              )
            )[0].count,
          );
        await until('2,400 events took effect', async () => (await count('effects')) >= 2_400, 150_000);

        expect(await count('ledger')).toBe(2_400);
        expect(await count('effects')).toBe(2_400);
        for (const id of ids) {
          const taken = await house.taken(id);
          expect(taken).toEqual(Array.from({ length: taken.length }, (_, n) => n + 1));
        }
        expect(await parking.list()).toEqual([]);
        await house.stopProcess(second);
      },
    );
  });
}
