import { describe } from '@jest/globals';
import type { OpenedLog } from './event-log.contract';
import { describeEvents } from './events.contract';
import { describeHandlers } from './handlers.contract';
import { describeBrokenRecords } from './records.contract';
import { describeRelays } from './relays.contract';
import { Stage } from './stage';

/** What reaches a handler, from end to end: every log has to carry it; each runs it in a spec of its own. */
export function describeMessaging(name: string, open: () => Promise<OpenedLog>): void {
  describe(`messaging over ${name}`, () => {
    const stage = new Stage(open);
    describeEvents(stage);
    describeHandlers(stage);
    describeBrokenRecords(stage);
    describeRelays(stage);
  });
}
