import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { within } from '../within';
import { isHung, kindOf, Stopped } from './failure';

const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 2_000;
const PROBE_WITHIN_MS = 3_000;

/** True once the caller should no longer go on. */
export type Stopping = () => boolean;

/**
 * Repeats what fails for a passing reason: a few times while the database answers, for ever while it does not. Nothing
 * is blamed on an event for as long as the database is away.
 */
export class Patience {
  constructor(
    private readonly db: DataSource,
    private readonly attempts: number,
  ) {}

  async persist<T>(work: () => Promise<T>, stopping: Stopping): Promise<T> {
    let pause = FIRST_PAUSE_MS;
    for (let failures = 0; ;) {
      try {
        return await work();
      } catch (error) {
        const kind = kindOf(error);
        const suspect = kind === 'connection' || isHung(error);
        const away = suspect && !(await this.databaseAnswers());
        if (!away && kind === 'lasting') throw error;
        if (!away && ++failures >= this.attempts) throw error;
        if (stopping()) throw new Stopped();
        await sleep(pause * (0.5 + Math.random()));
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  private async databaseAnswers(): Promise<boolean> {
    try {
      await within(PROBE_WITHIN_MS, this.db.query('SELECT 1'), 'no answer');
      return true;
    } catch {
      return false;
    }
  }
}
