import type { EventOf } from '@accord/contracts';
import { Inject, Injectable, type Type } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Consumes, ConsumesTogether } from '../inbox/consumes';
import { Outbox } from '../outbox/outbox';
import { currentTraceparent } from '../trace-context';
import { Echo, type ThingEvents, type Trouble } from './thing';

/** Whether handlers still stumble; a test mends them and has what they stumbled over tried again. */
export interface Temper {
  mended: boolean;
}

/** Handlers that write down every effect, in the order in which they committed it. */
export function thingHandlers(events: ThingEvents, temper: Temper): Type[] {
  @Injectable()
  class WriteDownWhatHappened {
    constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

    @Consumes(events.ThingHappened)
    async handle({ payload, id }: EventOf<ThingEvents['ThingHappened']>, tx: EntityManager): Promise<void> {
      await tx.query('INSERT INTO effects (kind, thing_id, n, event_id, traceparent) VALUES ($1, $2, $3, $4, $5)', [
        'happened',
        payload.thingId,
        payload.n,
        id,
        currentTraceparent(),
      ]);
      await this.outbox.add(tx, Echo.of(events, payload.thingId, payload.n));
      if (payload.trouble === 'takes_an_echo_back') await this.takeAnEchoBack(payload.thingId, payload.n, tx);
      if (!temper.mended) await stumble(payload.trouble, tx);
    }

    private async takeAnEchoBack(thingId: string, n: number, tx: EntityManager): Promise<void> {
      const taken = tx.transaction(async (savepoint) => {
        await this.outbox.add(savepoint, Echo.of(events, thingId, n + 1_000));
        throw new Error('thought better of it');
      });
      await taken.catch(() => undefined);
      await tx.transaction((savepoint) => this.outbox.add(savepoint, Echo.of(events, thingId, n + 2_000)));
    }
  }

  @Injectable()
  class WriteDownEchoes {
    @Consumes(events.ThingEchoed, { consumer: 'echoes' })
    async handle({ payload, id }: EventOf<ThingEvents['ThingEchoed']>, tx: EntityManager): Promise<void> {
      await tx.query('INSERT INTO effects (kind, thing_id, n, event_id, traceparent) VALUES ($1, $2, $3, $4, $5)', [
        'echoed',
        payload.thingId,
        payload.n,
        id,
        currentTraceparent(),
      ]);
    }
  }

  @Injectable()
  class ReadNotesTogether {
    @ConsumesTogether(events.ThingNoted)
    async handle(notes: readonly EventOf<ThingEvents['ThingNoted']>[], tx: EntityManager): Promise<void> {
      await tx.query(
        `INSERT INTO effects (kind, thing_id, n, event_id, traceparent)
         SELECT 'noted', note_id, n, event_id, $4 FROM unnest($1::uuid[], $2::int[], $3::uuid[]) AS h(note_id, n, event_id)`,
        [
          notes.map(({ payload }) => payload.noteId),
          notes.map(({ payload }) => payload.n),
          notes.map(({ id }) => id),
          currentTraceparent(),
        ],
      );
      if (!temper.mended && notes.some(({ payload }) => payload.illegible)) throw new Error('One of these notes cannot be read.');
    }
  }

  return [WriteDownWhatHappened, WriteDownEchoes, ReadNotesTogether];
}

async function stumble(trouble: Trouble, tx: EntityManager): Promise<void> {
  switch (trouble) {
    case 'none':
    case 'takes_an_echo_back':
      return;
    case 'type_error':
      (undefined as unknown as { missing: () => void }).missing();
      return;
    case 'hangs':
      await new Promise<never>(() => undefined);
      return;
    case 'hangs_in_database':
      await tx.query('SELECT pg_sleep(600)');
      return;
    case 'swallows_error':
      await tx.query('SELECT 1 / 0').catch(() => undefined);
      return;
    case 'fails_after_echo':
      throw new Error('The handler failed after it had announced something.');
  }
}
