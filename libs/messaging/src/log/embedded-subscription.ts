import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Client, type ClientConfig } from 'pg';
import { Wake } from '../wake';
import { EmbeddedSession, LOG_CHANNEL } from './embedded-session';
import type { SubscribeOptions } from './event-log';

const POLL_MS = 500;
const RECONNECT_FIRST_MS = 100;
const RECONNECT_MOST_MS = 2_000;

/**
 * One member of a group. Its one connection holds the claims, reads, and stores positions, so that losing it is losing
 * all three at once. It comes back by itself as soon as the database does.
 */
export class EmbeddedSubscription {
  private readonly logger = new Logger(EmbeddedSubscription.name);
  private readonly wake = new Wake();
  private stopping = false;
  private ended: Promise<void> = Promise.resolve();

  constructor(
    private readonly connection: ClientConfig,
    private readonly options: SubscribeOptions,
    private readonly partitionsOf: ReadonlyMap<string, number>,
  ) {}

  /** Resolves when the group has its starting positions and this member takes part. */
  async start(): Promise<void> {
    const session = await this.open();
    this.ended = this.run(session);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake.ring();
    await this.ended;
  }

  private async run(first: EmbeddedSession): Promise<void> {
    let session: EmbeddedSession | undefined = first;
    let pause = RECONNECT_FIRST_MS;
    while (!this.stopping) {
      try {
        session ??= await this.open();
        pause = RECONNECT_FIRST_MS;
        await this.work(session);
      } catch (error) {
        this.logger.warn(`${this.options.group} lost its connection to the log and tries again: ${(error as Error).message}`);
        session?.abandon();
        session = undefined;
        await sleep(pause);
        pause = Math.min(pause * 2, RECONNECT_MOST_MS);
      }
    }
    await session?.close();
  }

  private async open(): Promise<EmbeddedSession> {
    const db = new Client(this.connection);
    db.on('error', () => this.wake.ring());
    db.on('notification', () => this.wake.ring());
    try {
      await db.connect();
      await db.query(`LISTEN ${LOG_CHANNEL}`);
      return await EmbeddedSession.join(db, this.options, this.partitionsOf, () => this.wake.ring());
    } catch (error) {
      await db.end().catch(() => undefined);
      throw error;
    }
  }

  private async work(session: EmbeddedSession): Promise<void> {
    while (!this.stopping) {
      const given = await session.step();
      if (given === 0) await this.wake.within(POLL_MS);
    }
  }
}
