import { createHash } from 'node:crypto';
import { Clock } from '@accord/case-model';
import { Database } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import { TooManySignIns } from './session.errors';
import { ADDRESS_WINDOW_MS, FAILURES_PER_ADDRESS, FAILURES_PER_NAME, FAILURES_WINDOW_MS, secondsToWait } from './session.rules';

interface Failure {
  made_at: Date;
  same_name: boolean;
}

/**
 * Counts failed sign-ins by user name and address and by address alone, over all replicas. An attempt is written before
 * the password is looked at and taken back when it was right, so that attempts made at once count too.
 */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws when it is not yet time to try again; returns what {@link takeBack} asks for. */
  async begin(username: string, address: string): Promise<string> {
    const now = this.clock.now();
    const about = fingerprint(`${username}\n${address}`);
    await this.database.asService(async (tx) => {
      await tx.query('DELETE FROM sign_in_attempts WHERE made_at < $1', [new Date(now.getTime() - FAILURES_WINDOW_MS)]);
      const failures = await tx.query<Failure[]>(
        'SELECT made_at, about = $1 AS same_name FROM sign_in_attempts WHERE about = $1 OR address = $2',
        [about, fingerprint(address)],
      );
      const wait = waitFor(failures, now);
      if (wait > 0) throw new TooManySignIns(wait);
      await tx.query('INSERT INTO sign_in_attempts (about, address, made_at) VALUES ($1, $2, $3)', [
        about,
        fingerprint(address),
        now,
      ]);
    });
    return about;
  }

  /** The password was right: this name starts afresh from this address. */
  async takeBack(attempt: string): Promise<void> {
    await this.database.asService((tx) => tx.query('DELETE FROM sign_in_attempts WHERE about = $1', [attempt]));
  }
}

function waitFor(failures: Failure[], now: Date): number {
  const ofName = failures.filter(({ same_name: sameName }) => sameName).map(({ made_at: at }) => at);
  const ofAddress = failures.map(({ made_at: at }) => at);
  return Math.max(
    secondsToWait(ofName, FAILURES_PER_NAME, FAILURES_WINDOW_MS, now),
    secondsToWait(ofAddress, FAILURES_PER_ADDRESS, ADDRESS_WINDOW_MS, now),
  );
}

/** People type passwords where the user name goes; what was typed is not kept. */
function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
