import { createHash, randomBytes } from 'node:crypto';
import { Clock } from '@accord/case-model';
import { Database } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';
import type { EntityManager } from 'typeorm';
import { KnownSessions } from './known-sessions';
import { browserFamily } from './session.rules';
import { StaffSession } from './staff-session.entity';

/** Sessions that ended are kept for a month, so that a sign-in can be looked into. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Opens and ends sessions. Another replica notices an end within {@link KnownSessions.FRESH_MS}. */
@Injectable()
export class Sessions {
  /** Ids of sessions that end in this process, as they end. */
  readonly ended = new Subject<string>();

  constructor(
    private readonly database: Database,
    private readonly known: KnownSessions,
    private readonly clock: Clock,
  ) {}

  /** Opens a session and returns its token, 256 random bits that are stored nowhere. */
  async open(tx: EntityManager, staffId: string, userAgent: string | undefined): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await tx.insert(StaffSession, StaffSession.open(sessionIdOf(token), staffId, browserFamily(userAgent), now));
    await tx.query('DELETE FROM sessions WHERE staff_id = $1 AND expires_at < $2', [staffId, new Date(now.getTime() - KEPT_MS)]);
    return token;
  }

  async end(sessionId: string): Promise<void> {
    await this.database.asService((tx) =>
      tx.query('UPDATE sessions SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL', [sessionId, this.clock.now()]),
    );
    this.forget(sessionId);
  }

  /** Ends all of a person's sessions, or all but one. Call {@link forgetStaff} once the transaction has committed. */
  async endAllOf(tx: EntityManager, staffId: string, { except = '' }: { except?: string } = {}): Promise<void> {
    await tx.query('UPDATE sessions SET ended_at = $2 WHERE staff_id = $1 AND id <> $3 AND ended_at IS NULL', [
      staffId,
      this.clock.now(),
      except,
    ]);
  }

  forgetStaff(staffId: string, { except }: { except?: string } = {}): void {
    for (const sessionId of this.known.forgetStaff(staffId)) if (sessionId !== except) this.ended.next(sessionId);
  }

  private forget(sessionId: string): void {
    this.known.forget(sessionId);
    this.ended.next(sessionId);
  }
}

/** The token is random through and through, so a plain hash keeps it safe at rest. */
export function sessionIdOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
