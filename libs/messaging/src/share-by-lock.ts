import type { ClientBase } from 'pg';

/** The object id of the lock that says "I am a member"; pieces are hashed and could only meet it by a freak. */
const MEMBERSHIP = 2_147_483_647;

const MEMBERS = `
  SELECT count(*)::integer AS members FROM pg_locks
  WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND objid = ${MEMBERSHIP}
    AND classid = (hashtext($1)::bigint & 4294967295)::oid
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

const CLAIM = `
  SELECT piece FROM unnest($2::text[]) AS piece WHERE pg_try_advisory_lock(hashtext($1), hashtext(piece)) LIMIT $3`;

/**
 * Shares pieces of work evenly among the sessions that ask for them. A piece is held by one session at a time, by an
 * advisory lock that dies with its connection, so that whoever is killed loses all of them at once.
 */
export class ShareByLock {
  private readonly pieces = new Set<string>();

  constructor(
    private readonly db: ClientBase,
    private readonly space: string,
  ) {}

  get held(): ReadonlySet<string> {
    return this.pieces;
  }

  /** Counts this session in; from now on it takes part in sharing. */
  async join(): Promise<void> {
    await this.db.query('SELECT pg_advisory_lock_shared(hashtext($1), $2)', [this.space, MEMBERSHIP]);
  }

  /** Takes free pieces up to a fair share and says which ones are now held in excess of it; those are to be released. */
  async claim(all: readonly string[]): Promise<{ gained: string[]; surplus: string[] }> {
    const { rows } = await this.db.query<{ members: number }>(MEMBERS, [this.space]);
    const fair = Math.ceil(all.length / Math.max(1, rows[0]?.members ?? 1));
    const room = fair - this.pieces.size;
    if (room <= 0) return { gained: [], surplus: [...this.pieces].slice(fair) };

    const free = all.filter((piece) => !this.pieces.has(piece));
    if (free.length === 0) return { gained: [], surplus: [] };
    const claimed = await this.db.query<{ piece: string }>(CLAIM, [this.space, free, room]);
    const gained = claimed.rows.map(({ piece }) => piece);
    for (const piece of gained) this.pieces.add(piece);
    return { gained, surplus: [] };
  }

  async release(pieces: readonly string[]): Promise<void> {
    await this.db.query('SELECT pg_advisory_unlock(hashtext($1), hashtext(piece)) FROM unnest($2::text[]) AS piece', [
      this.space,
      pieces,
    ]);
    for (const piece of pieces) this.pieces.delete(piece);
  }

  /** Gives everything back, for a connection that lives on in a pool. */
  async leave(): Promise<void> {
    await this.release([...this.pieces]);
    await this.db.query('SELECT pg_advisory_unlock_shared(hashtext($1), $2)', [this.space, MEMBERSHIP]);
  }
}
