import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 20;

/** Waits for something to become true; after `limit` milliseconds it fails, with the sentence that never came true. */
export async function until(sentence: string, holds: () => boolean | Promise<boolean>, limit = 30_000): Promise<void> {
  const end = performance.now() + limit;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Within ${limit} ms it did not come true that ${sentence}.`);
    await sleep(LOOK_EVERY_MS);
  }
}
