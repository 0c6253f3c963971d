import { Clock } from '@accord/case-model';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../database';
import { actOnDeadline, DeadlineOvertaken, recordFailure } from './act-on-deadline';
import { DeadlineHandlers } from './deadline-handlers';
import { Deadlines } from './deadlines';
import type { DeadlineHandler } from './on-deadline';

/** Finds what other processes have set and what a moved clock has made due. Milliseconds. */
const SAFETY_POLL = 5_000;
/** How long a deadline is left alone that another runner is at, or whose failure could not be recorded. */
const LEFT_ALONE = 1_000;
const AT_ONCE = 4;

/**
 * Acts on deadlines as they pass: each takes effect once, however many runners there are and whatever is killed. What
 * is due comes from the {@link Clock}; that it happens once comes from the database alone.
 */
@Injectable()
export class DeadlineRunner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Deadlines');
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly leftAlone = new Map<string, number>();
  private handlers: ReadonlyMap<string, DeadlineHandler> | undefined;
  private loop: Promise<void> | undefined;
  private looking: Promise<void> = Promise.resolve();
  private stopping = false;
  private wakeAt = Infinity;
  private rung = false;
  private wake: () => void = () => undefined;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(DeadlineHandlers) private readonly found: DeadlineHandlers,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (this.handlersByKind().size === 0) return;
    this.deadlines.onCommitted((earliest) => {
      if (earliest.getTime() < this.wakeAt) this.ring();
    });
    this.loop = this.run();
  }

  /** Starts nothing new, and waits for what is under way. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    this.ring();
    await this.loop;
    await Promise.all(this.underWay.values());
  }

  /** Resolves once everything that is due now has been acted on or put off; for tests that move the clock, and for operators. */
  async actOnDue(): Promise<void> {
    for (;;) {
      await this.begin();
      if (this.underWay.size === 0) return;
      await Promise.all(this.underWay.values());
    }
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.begin();
        if (this.underWay.size < AT_ONCE) await this.untilNextDue();
        else await Promise.race(this.underWay.values());
      } catch (error) {
        this.logger.error(`Cannot read deadlines: ${(error as Error).message}`);
        await this.sleep(LEFT_ALONE);
      }
    }
  }

  /** One look at a time: two at once would both start on the same deadline, and one would take it for somebody else's. */
  private begin(): Promise<void> {
    const look = this.looking.then(() => this.startDue());
    this.looking = look.catch(() => undefined);
    return look;
  }

  /** Starts on as many due deadlines as there is room for. */
  private async startDue(): Promise<void> {
    const room = AT_ONCE - this.underWay.size;
    if (room <= 0) return;
    const ids: { id: string }[] = await this.database.asService((tx) =>
      tx.query(
        `SELECT id FROM (
           SELECT id FROM deadlines WHERE state = 'waiting' AND act_at <= $1 AND kind = ANY($2) AND id <> ALL($3::uuid[])
           ORDER BY act_at LIMIT 200
         ) AS due ORDER BY random() LIMIT $4`,
        [this.clock.now(), [...this.handlersByKind().keys()], this.notToTouch(), room],
      ),
    );
    for (const { id } of ids) {
      const work = this.act(id).finally(() => {
        this.underWay.delete(id);
        this.ring();
      });
      this.underWay.set(id, work);
    }
  }

  /** Never rejects. */
  private async act(id: string): Promise<void> {
    const now = this.clock.now();
    try {
      const result = await this.database.asService((tx) => actOnDeadline(tx, id, now, this.handlersByKind()));
      if (result === 'elsewhere') this.leaveAlone(id);
    } catch (error) {
      if (!(error instanceof DeadlineOvertaken)) await this.putOff(id, now, error);
    }
  }

  private async putOff(id: string, now: Date, error: unknown): Promise<void> {
    this.logger.warn(`Deadline ${id} failed and will be tried again: ${error instanceof Error ? error.message : String(error)}`);
    try {
      await this.database.asService((tx) => recordFailure(tx, id, now, error));
    } catch {
      this.leaveAlone(id); // the database is away; the deadline still waits there
    }
  }

  private leaveAlone(id: string): void {
    this.leftAlone.set(id, performance.now() + LEFT_ALONE);
  }

  private notToTouch(): string[] {
    const now = performance.now();
    for (const [id, until] of this.leftAlone) if (until <= now) this.leftAlone.delete(id);
    return [...this.underWay.keys(), ...this.leftAlone.keys()];
  }

  private async untilNextDue(): Promise<void> {
    const [{ next }] = await this.database.asService((tx) =>
      tx.query(`SELECT min(act_at) AS next FROM deadlines WHERE state = 'waiting' AND kind = ANY($1) AND id <> ALL($2::uuid[])`, [
        [...this.handlersByKind().keys()],
        this.notToTouch(),
      ]),
    );
    const limit = this.leftAlone.size > 0 ? LEFT_ALONE : SAFETY_POLL;
    const wait = next === null ? limit : Math.min(limit, Math.max(0, (next as Date).getTime() - this.clock.now().getTime()));
    await this.sleep(wait);
  }

  /** Ends early at a ring; a ring before the sleep is not lost. */
  private async sleep(milliseconds: number): Promise<void> {
    this.wakeAt = this.clock.now().getTime() + milliseconds;
    if (!this.rung && !this.stopping) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.rung = false;
    this.wakeAt = Infinity;
  }

  private ring(): void {
    this.rung = true;
    this.wake();
  }

  private handlersByKind(): ReadonlyMap<string, DeadlineHandler> {
    this.handlers ??= this.found.collect();
    return this.handlers;
  }
}
