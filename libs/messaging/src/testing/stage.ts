import { afterAll, beforeAll, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Parking } from '../inbox/parking';
import { Outbox } from '../outbox/outbox';
import type { OpenedLog } from './event-log.contract';
import { TestHouse } from './test-house';

const PATIENCE_MS = 180_000;

/** A house with one process at work on the log that is opened, for the time of one suite. */
export class Stage {
  house!: TestHouse;
  process!: INestApplicationContext;

  /** Call within `describe`. */
  constructor(open: () => Promise<OpenedLog>) {
    let opened: OpenedLog | undefined;
    beforeAll(async () => {
      opened = await open();
      this.house = await TestHouse.open(opened);
      this.process = await this.house.startProcess();
    }, PATIENCE_MS);

    afterAll(async () => {
      await (this.house as TestHouse | undefined)?.close();
      await opened?.close();
    }, PATIENCE_MS);
  }

  get outbox(): Outbox {
    return this.process.get(Outbox);
  }

  get parking(): Parking {
    return this.process.get(Parking);
  }

  test(sentence: string, body: () => Promise<void>): void {
    it(sentence, body, PATIENCE_MS);
  }
}
