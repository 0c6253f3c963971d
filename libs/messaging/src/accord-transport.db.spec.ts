import { afterEach, describe, expect, it } from '@jest/globals';
import { HandlerRegistry } from './inbox/handler-registry';
import type { EventLog } from './log/event-log';
import { MessagingStatus } from './messaging-status';
import { Outbox } from './outbox/outbox';
import { Replay } from './relay/replay';
import { aLogInPostgres } from './testing/a-log-in-postgres';
import { TestHouse } from './testing/test-house';
import { until } from './testing/until';

let closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.reverse()) await close();
  closing = [];
});

async function aHouse(disturb: (log: EventLog) => EventLog = (log) => log): Promise<TestHouse> {
  const opened = await aLogInPostgres();
  closing.push(opened.close);
  const house = await TestHouse.open({ ...opened, another: async () => disturb(await opened.another()) });
  closing.push(() => house.close());
  return house;
}

describe('starting the transport', () => {
  it('gives a handler that asks for it a consumer of its own', async () => {
    const house = await aHouse();

    const process = await house.startProcess();

    const names = process
      .get(HandlerRegistry)
      .consumers()
      .map(({ name }) => name);
    expect(names.sort()).toEqual([house.service, `${house.service}.echoes`]);
  });

  it('succeeds while the log is away, and events flow once it is there', async () => {
    let away = true;
    const house = await aHouse((log) => unavailable(log, () => away));
    const process = await house.startProcess();
    const thing = await house.aThing(process.get(Outbox), 'none', 'none');
    await until('the relay has tried', () => process.get(MessagingStatus).snapshot().appendFailures > 0);
    expect(await house.taken(thing.id)).toEqual([]);

    away = false;
    await house.untilTaken(thing.id, 1, 2);

    expect(await house.taken(thing.id)).toEqual([1, 2]);
  });
});

describe('stopping the transport', () => {
  it('leaves to the next process what was not taken, and takes nothing twice', async () => {
    const house = await aHouse();
    const first = await house.startProcess();
    const thing = await house.aThing(first.get(Outbox));
    const writing = (async () => {
      for (let n = 0; n < 60; n++) await house.happen(first.get(Outbox), thing.id);
    })();
    await house.untilTaken(thing.id, 1);

    await house.stopProcess(first);
    await writing;
    await house.startProcess();
    await house.untilTaken(thing.id, ...Array(60).keys());

    expect(await house.taken(thing.id)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
  });
});

describe('replaying the archive', () => {
  it('lets a consumer that finds the log empty catch up, and changes nothing for one that has taken everything', async () => {
    const house = await aHouse();
    const process = await house.startProcess();
    const thing = await house.aThing(process.get(Outbox), 'none', 'none', 'none');
    await house.untilTaken(thing.id, 1, 2, 3);
    await until('all was archived', async () => (await house.sentRecords(thing.id)).length === 3);
    const replay = process.get(Replay);

    await replay.run({ since: new Date(0) });
    const duplicates = () => process.get(MessagingStatus).snapshot().duplicates;
    await until('it was recognised', () => duplicates() >= 6);
    expect(await house.taken(thing.id)).toEqual([1, 2, 3]);

    await house.worker.query('DELETE FROM messaging.position WHERE consumer = $1', [house.service]);
    await replay.run({ since: new Date(0), topics: [house.events.ThingHappened.topic] });
    await house.untilTaken(thing.id, 1, 2, 3, 1, 2, 3);
    expect(await house.taken(thing.id)).toEqual([1, 2, 3, 1, 2, 3]);
  });
});

/** The log as it looks while its server is down. */
function unavailable(log: EventLog, away: () => boolean): EventLog {
  const guard = <Given extends unknown[], Answer>(act: (...given: Given) => Promise<Answer>) => {
    return async (...given: Given): Promise<Answer> => {
      if (away()) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
      return await act(...given);
    };
  };
  return {
    append: guard((records) => log.append(records)),
    prepare: guard((topics) => log.prepare(topics)),
    subscribe: guard((options) => log.subscribe(options)),
    close: () => log.close(),
  };
}
