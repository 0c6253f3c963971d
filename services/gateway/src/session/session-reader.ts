import { Clock } from '@accord/case-model';
import type { Grant } from '@accord/contracts';
import { Database } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IDLE_MS } from './session.rules';
import { SignedInStaff } from './signed-in-staff';

/** `last_seen_at` is written at most this often per session. */
const SEEN_EVERY_MS = 60 * 1000;

const OPEN_SESSIONS = `
  SELECT s.id, s.last_seen_at, s.expires_at, staff.id AS staff_id, staff.username, staff.name, staff.must_change_password,
    (SELECT coalesce(json_agg(json_build_object('role', g.role, 'areaCode', g.area_code, 'bodyId', g.body_id) ORDER BY g.id), '[]')
       FROM grants g WHERE g.staff_id = staff.id AND g.valid_to IS NULL) AS grants
  FROM sessions s JOIN staff ON staff.id = s.staff_id
  WHERE s.id = ANY ($1) AND s.ended_at IS NULL AND s.expires_at > $2 AND s.last_seen_at > $3 AND staff.state = 'active'`;

interface Row {
  id: string;
  last_seen_at: Date;
  expires_at: Date;
  staff_id: string;
  username: string;
  name: string;
  must_change_password: boolean;
  grants: Grant[];
}

/** Reads open sessions with their people and grants, in one query. */
@Injectable()
export class SessionReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** For a session that somebody is using now. Null once it has ended, expired or stood idle for too long. */
  use(sessionId: string): Promise<SignedInStaff | null> {
    const now = this.clock.now();
    return this.database.asService(async (tx) => {
      const [row] = await this.rows(tx, [sessionId], now);
      if (row === undefined) return null;
      if (now.getTime() - row.last_seen_at.getTime() > SEEN_EVERY_MS) {
        await tx.query('UPDATE sessions SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2', [sessionId, now]);
      }
      return personIn(row);
    });
  }

  /** Which of these sessions are open, by id; looking is not using. */
  async look(sessionIds: readonly string[]): Promise<Map<string, SignedInStaff>> {
    const rows = await this.database.asService((tx) => this.rows(tx, sessionIds, this.clock.now()));
    return new Map(rows.map((row) => [row.id, personIn(row)]));
  }

  private rows(tx: EntityManager, sessionIds: readonly string[], now: Date): Promise<Row[]> {
    return tx.query<Row[]>(OPEN_SESSIONS, [sessionIds, now, new Date(now.getTime() - IDLE_MS)]);
  }
}

function personIn(row: Row): SignedInStaff {
  const { staff_id: id, username, name } = row;
  return new SignedInStaff(row.id, { id, username, name }, row.grants, row.must_change_password, row.expires_at);
}
