import type { Pool } from 'pg';

const EVERY_MS = 60 * 60 * 1000;
const AT_ONCE = 20_000;

/** Old, and behind every group that listens to the topic; a topic without a group keeps nothing for ever. */
const FORGET = `
  DELETE FROM log.record WHERE ctid = ANY (ARRAY(
    SELECT r.ctid FROM log.record r
    WHERE r.appended_at < now() - make_interval(days => $1)
      AND NOT EXISTS (
        SELECT FROM log.group_position p
        WHERE p.topic = r.topic AND p.partition = r.partition AND p.next_offset <= r."offset"
      )
    LIMIT ${AT_ONCE}
  ))`;

/** Deletes what nobody needs any more, once an hour, in one process at a time. */
export class EmbeddedRetention {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly pool: Pool,
    private readonly days: number,
  ) {}

  start(): void {
    this.timer ??= setInterval(() => {
      this.running = this.forget().then(
        () => undefined,
        () => undefined, // the database is away; the next hour will do
      );
    }, EVERY_MS).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Returns how many records were deleted. */
  async forget(): Promise<number> {
    let forgotten = 0;
    for (let more = true; more;) {
      const { rowCount } = await this.pool.query(FORGET, [this.days]);
      forgotten += rowCount ?? 0;
      more = rowCount === AT_ONCE;
    }
    return forgotten;
  }
}
