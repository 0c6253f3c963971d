import { randomUUID } from 'node:crypto';
import { Announcing } from '@accord/case-model';
import { defineEvent, type EventDefinition } from '@accord/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { z } from 'zod';

/** What may be wrong with an event of a thing, so that its handler can show it. */
export const Trouble = z.enum([
  'none',
  'type_error',
  'hangs',
  'hangs_in_database',
  'swallows_error',
  'fails_after_echo',
  'takes_an_echo_back',
]);
export type Trouble = z.infer<typeof Trouble>;

/** The events of one test house; each house has topics of its own on a log that others use too. */
export function thingEvents(service: string) {
  return {
    ThingHappened: defineEvent({
      type: `${service}.thing-happened`,
      version: 1,
      aggregate: 'thing',
      keyedBy: 'thingId',
      meaning: 'Something happened to a thing for the n-th time.',
      payload: z.object({ thingId: z.uuid(), n: z.int().positive(), trouble: Trouble, padding: z.string() }),
    }),
    ThingEchoed: defineEvent({
      type: `${service}.thing-echoed`,
      version: 1,
      aggregate: 'echo',
      keyedBy: 'echoId',
      meaning: 'A handler answered to what happened to a thing.',
      payload: z.object({ echoId: z.uuid(), thingId: z.uuid(), n: z.int().positive() }),
    }),
    ThingNoted: defineEvent({
      type: `${service}.thing-noted`,
      version: 1,
      aggregate: 'note',
      keyedBy: 'noteId',
      meaning: 'Somebody made a note; notes are read many at once.',
      payload: z.object({ noteId: z.uuid(), n: z.int().positive(), illegible: z.boolean() }),
    }),
  } satisfies Record<string, EventDefinition>;
}

export type ThingEvents = ReturnType<typeof thingEvents>;

/** An aggregate that counts what happened to it. */
@Entity('things')
export class Thing extends Announcing {
  @PrimaryColumn('uuid') readonly id: string = randomUUID();
  @Column('int') n = 0;

  happen({ ThingHappened }: ThingEvents, trouble: Trouble = 'none', padding = ''): void {
    this.n += 1;
    this.announce(ThingHappened, { thingId: this.id, n: this.n, trouble, padding });
  }
}

/** An aggregate that a handler makes. */
@Entity('echoes')
export class Echo extends Announcing {
  @PrimaryColumn('uuid') readonly id: string = randomUUID();

  static of({ ThingEchoed }: ThingEvents, thingId: string, n: number): Echo {
    const echo = new Echo();
    echo.announce(ThingEchoed, { echoId: echo.id, thingId, n });
    return echo;
  }
}

/** An aggregate without a row of its own: it only says something. */
export class Note extends Announcing {
  readonly id: string = randomUUID();

  say({ ThingNoted }: ThingEvents, n: number, illegible = false): void {
    this.announce(ThingNoted, { noteId: this.id, n, illegible });
  }
}
