import { describe, expect } from '@jest/globals';
import type { Stage } from './stage';
import { Note, type Trouble } from './thing';
import { until } from './until';

/** What holds for a handler that fails. */
export function describeHandlers(stage: Stage): void {
  describe('a handler', () => {
    stage.test('announces something together with its receipt, or not at all', async () => {
      const { house, outbox, parking } = stage;
      const thing = await house.aThing(outbox, 'none', 'fails_after_echo');
      await until('it was parked', async () => (await parking.list({ aggregateId: thing.id })).length === 1);
      await until('the first echo was heard', async () => (await house.effects('echoed', thing.id)).length === 1);

      expect(await house.taken(thing.id)).toEqual([1]);
      expect((await house.effects('echoed', thing.id)).map(({ n }) => n)).toEqual([1]);

      house.temper.mended = true;
      await parking.requeue({ aggregateId: thing.id });
      house.temper.mended = false;
      await until('the second echo was heard', async () => (await house.effects('echoed', thing.id)).length === 2);
      expect((await house.effects('echoed', thing.id)).map(({ n }) => n)).toEqual([1, 2]);
    });

    stage.test('that takes back a part of its work has not announced that part', async () => {
      const { house, outbox } = stage;
      const thing = await house.aThing(outbox, 'takes_an_echo_back', 'none');
      const heard = async () => (await house.effects('echoed', thing.id)).map(({ n }) => n).sort((one, other) => one - other);

      await until('its other echoes were heard', async () => (await heard()).length >= 3);
      expect(await heard()).toEqual([1, 2, 2_001]);
      const [{ said }] = await house.worker.query(
        `SELECT count(*)::integer AS said FROM (
           SELECT type, payload FROM messaging.outbox UNION ALL SELECT type, payload FROM messaging.archive
         ) AS e WHERE type = $1 AND payload ->> 'thingId' = $2`,
        [house.events.ThingEchoed.type, thing.id],
      );
      expect(said).toBe(3);
    });

    const troubles: Trouble[] = ['type_error', 'hangs', 'hangs_in_database', 'swallows_error'];
    for (const trouble of troubles) {
      stage.test(`that stumbles (${trouble}) stops only the aggregate it stumbled over, which is requeued in order`, async () => {
        const { house, outbox, parking } = stage;
        const poisoned = await house.aThing(outbox, 'none', trouble, 'none', 'none');
        const healthy = await Promise.all(Array.from({ length: 8 }, () => house.aThing(outbox, 'none', 'none')));

        for (const { id } of healthy) await house.untilTaken(id, 1, 2);
        await until(
          'its followers queue behind it',
          async () => (await parking.list({ aggregateId: poisoned.id }))[0]?.followers === 2,
        );

        expect(await house.taken(poisoned.id)).toEqual([1]);
        expect(await parking.list({ aggregateId: poisoned.id })).toMatchObject([
          { consumer: house.service, version: 2, reason: trouble.startsWith('hangs') ? 'hung' : 'failed' },
        ]);

        house.temper.mended = true;
        const requeued = await parking.requeue({ aggregateId: poisoned.id });
        house.temper.mended = false;

        expect(requeued).toEqual({ taken: 3, left: 0 });
        await house.happen(outbox, poisoned.id);
        await house.untilTaken(poisoned.id, 1, 2, 3, 4, 5);
        expect(await house.taken(poisoned.id)).toEqual([1, 2, 3, 4, 5]);
      });
    }

    stage.test('that takes events together loses only the one at fault, and takes each of the others once', async () => {
      const { house, outbox, parking } = stage;
      const notes = Array.from({ length: 30 }, () => new Note());
      const [illegible] = notes as [Note];
      await house.app.transaction(async (tx) => {
        for (const note of notes) {
          note.say(house.events, 1);
          note.say(house.events, 2, note === illegible);
          note.say(house.events, 3);
          await outbox.announce(tx, note);
        }
      });
      const readOf = async ({ id }: Note): Promise<number[]> => (await house.effects('noted', id)).map(({ n }) => n);
      for (const note of notes)
        await until('its notes were read', async () => (await readOf(note)).length === (note === illegible ? 1 : 3));

      await until('it was parked', async () => (await parking.list({ aggregateId: illegible.id })).length === 1);
      house.temper.mended = true;
      await parking.requeue({ aggregateId: illegible.id });
      house.temper.mended = false;

      for (const note of notes) expect(await readOf(note)).toEqual([1, 2, 3]);
    });
  });
}
