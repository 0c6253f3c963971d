import { randomUUID } from 'node:crypto';
import { describe, expect } from '@jest/globals';
import { CloudEventHeader } from '../cloud-event';
import { MessagingStatus } from '../messaging-status';
import { withTrace } from '../trace-context';
import { aRecord } from './a-record';
import type { Stage } from './stage';
import { Thing, type Trouble } from './thing';
import { until } from './until';

/** What holds for every event. */
export function describeEvents(stage: Stage): void {
  describe('an event', () => {
    stage.test('takes effect once, however often the log gives it', async () => {
      const { house, outbox } = stage;
      const thing = await house.aThing(outbox, 'none', 'none');
      await house.untilTaken(thing.id, 1, 2);
      await until('it was archived', async () => (await house.sentRecords(thing.id)).length === 2);
      const again = await house.sentRecords(thing.id);

      await house.log.append([...again, ...again]);
      await house.log.append([...again].reverse());
      await house.happen(outbox, thing.id);
      await house.untilTaken(thing.id, 1, 2, 3);

      expect(await house.taken(thing.id)).toEqual([1, 2, 3]);
    });

    stage.test('takes effect in the order of its aggregate', async () => {
      const { house, outbox } = stage;
      const things = await Promise.all(Array.from({ length: 5 }, () => house.aThing(outbox)));

      await Promise.all(things.flatMap(({ id }) => Array.from({ length: 30 }, () => house.happen(outbox, id))));
      for (const { id } of things) await house.untilTaken(id, ...Array(30).keys());

      for (const { id } of things) expect(await house.taken(id)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
    });

    stage.test('is not said when its transaction is rolled back', async () => {
      const { house, outbox } = stage;
      const thing = await house.aThing(outbox, 'none');
      const rolledBack = house.app.transaction(async (tx) => {
        const loaded = await tx.findOneByOrFail(Thing, { id: thing.id });
        loaded.happen(house.events);
        await outbox.save(tx, loaded);
        throw new Error('the request failed');
      });
      await expect(rolledBack).rejects.toThrow('the request failed');

      await house.happen(outbox, thing.id);
      await house.untilTaken(thing.id, 1, 2);

      expect(await house.taken(thing.id)).toEqual([1, 2]);
    });

    stage.test('is refused outside of a transaction', async () => {
      const { house, outbox } = stage;
      const thing = new Thing();
      thing.happen(house.events);

      await expect(outbox.add(house.app.manager, thing)).rejects.toThrow('inside a transaction');
      expect(await house.app.manager.existsBy(Thing, { id: thing.id })).toBe(false);
    });

    stage.test('is refused, with its entity, when it breaks its contract', async () => {
      const { house, outbox } = stage;
      const thing = new Thing();
      thing.happen(house.events, 'unheard of' as Trouble);

      await expect(house.app.transaction((tx) => outbox.add(tx, thing))).rejects.toThrow('trouble');
      expect(await house.app.manager.existsBy(Thing, { id: thing.id })).toBe(false);
    });

    stage.test('carries the trace of the request to its handler and to what the handler announces', async () => {
      const { house, outbox } = stage;
      const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
      const thing = await withTrace(`00-${trace}-00f067aa0ba902b7-01`, () => house.aThing(outbox, 'none'));

      await until('the echo was heard', async () => (await house.effects('echoed', thing.id)).length === 1);

      const [happened, echoed] = [(await house.effects('happened', thing.id))[0], (await house.effects('echoed', thing.id))[0]];
      expect(happened?.traceparent.split('-')[1]).toBe(trace);
      expect(echoed?.traceparent.split('-')[1]).toBe(trace);
      expect(new Set([happened?.traceparent, echoed?.traceparent, `00-${trace}-00f067aa0ba902b7-01`]).size).toBe(3);
    });

    stage.test('of a type that nobody here handles lets the next one pass', async () => {
      const { house, process } = stage;
      const thingId = randomUUID();
      const before = process.get(MessagingStatus).snapshot().foreign;

      await house.log.append([
        aRecord(house, thingId, 1, { [CloudEventHeader.type]: `${house.service}.thing-of-the-future` }),
        aRecord(house, thingId, 2),
      ]);
      await house.untilTaken(thingId, 2);

      expect(await house.taken(thingId)).toEqual([2]);
      expect(process.get(MessagingStatus).snapshot().foreign).toBe(before + 1);
    });

    stage.test('that comes before its predecessor is held and never applied early', async () => {
      const { house, outbox, parking } = stage;
      const thingId = randomUUID();
      const other = await house.aThing(outbox, 'none');

      await house.log.append([aRecord(house, thingId, 1), aRecord(house, thingId, 3)]);
      await house.log.append([aRecord(house, thingId, 4)]);
      await until('both are held', async () => (await parking.list({ aggregateId: thingId }))[0]?.followers === 1);
      await house.untilTaken(other.id, 1);

      expect(await house.taken(thingId)).toEqual([1]);
      expect(await parking.list({ aggregateId: thingId })).toMatchObject([{ reason: 'gap', version: 3 }]);

      await house.log.append([aRecord(house, thingId, 2)]);
      await house.untilTaken(thingId, 1, 2, 3, 4);
      expect(await house.taken(thingId)).toEqual([1, 2, 3, 4]);
      await until('nothing waits any more', async () => (await parking.list({ aggregateId: thingId })).length === 0);
    });

    stage.test('whose predecessor is lost for good is taken when an administrator says so', async () => {
      const { house, parking } = stage;
      const thingId = randomUUID();
      await house.log.append([aRecord(house, thingId, 1), aRecord(house, thingId, 3)]);
      await until('it is held', async () => (await parking.list({ aggregateId: thingId })).length === 1);

      expect(await parking.requeue({ aggregateId: thingId })).toEqual({ taken: 0, left: 1 });
      expect(await parking.requeue({ aggregateId: thingId }, { overGaps: true })).toEqual({ taken: 1, left: 0 });

      expect(await house.taken(thingId)).toEqual([1, 3]);
    });
  });
}
