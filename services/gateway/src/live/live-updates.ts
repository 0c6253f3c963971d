import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { EVENT_LOG, type EventLog, type RecordBatch, type Subscription } from '@accord/messaging';
import { SERVICE_CONFIG, type ServiceConfig } from '@accord/service-kit';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SessionReader } from '../session/session-reader';
import { Sessions } from '../session/sessions';
import { LIVE_TOPICS, type LiveNews, newsIn } from './live-message';
import type { LiveStream } from './live-stream';

const BEAT_MS = 15_000;
const AGAIN_MS = 2_000;

/** More streams than this of one person are forgotten tabs; the oldest closes. */
const MOST_PER_PERSON = 20;

/**
 * Hears all events in a group of this process alone and tells them to the streams whose person may see them. Nothing is
 * kept: a browser that was away asks again for what it shows.
 */
@Injectable()
export class LiveUpdates implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(LiveUpdates.name);
  private readonly streams = new Set<LiveStream>();
  private subscription: Subscription | undefined;
  private beat: NodeJS.Timeout | undefined;
  private stopping = false;
  /** Resolves once events are heard for the first time; a log that is away delays nothing but this. */
  listening: Promise<void> = Promise.resolve();

  constructor(
    @Inject(EVENT_LOG) private readonly events: EventLog,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    private readonly reader: SessionReader,
    private readonly sessions: Sessions,
  ) {}

  onApplicationBootstrap(): void {
    this.sessions.ended.subscribe((sessionId) => this.endWhere((stream) => stream.sessionId === sessionId));
    this.beat = setInterval(() => void this.beatAll(), BEAT_MS);
    this.listening = this.listen().catch((error: Error) => this.listenAgain(error));
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    clearInterval(this.beat);
    this.endWhere(() => true);
    await this.listening;
    await this.subscription?.stop();
  }

  add(stream: LiveStream): void {
    const theirs = [...this.streams].filter(({ staffId }) => staffId === stream.staffId);
    if (theirs.length >= MOST_PER_PERSON) theirs[0]?.end();
    this.streams.add(stream);
  }

  remove(stream: LiveStream): void {
    this.streams.delete(stream);
  }

  private async listen(): Promise<void> {
    await this.events.prepare(LIVE_TOPICS);
    this.subscription = await this.events.subscribe({
      group: `gateway.live.${hostname()}.${this.config.PORT}`, // the same after a restart, so that no dead group holds old events
      topics: LIVE_TOPICS,
      from: 'now',
      onBatch: async (batch) => this.tell(batch),
      onCrash: (error) => void this.listenAgain(error),
    });
  }

  private async listenAgain(error: Error): Promise<void> {
    for (let fault = error; !this.stopping;) {
      this.log.warn(`live updates are interrupted: ${fault.message}`);
      await pause(AGAIN_MS, undefined, { ref: false });
      try {
        return await this.listen();
      } catch (again) {
        fault = again as Error;
      }
    }
  }

  private tell({ records, done }: RecordBatch): void {
    const news = records.map(newsIn).filter((item): item is LiveNews => item !== null);
    for (const item of news) {
      const text = `data: ${JSON.stringify(item.message)}\n\n`;
      for (const stream of this.streams) stream.tell(item, text);
    }
    const last = records.at(-1);
    if (last !== undefined) done(last.offset);
  }

  /** Keeps lines open through proxies, and ends those whose session is over, wherever it was ended. */
  private async beatAll(): Promise<void> {
    for (const stream of this.streams) stream.beat();
    if (this.streams.size === 0) return;
    try {
      const open = await this.reader.look([...this.streams].map(({ sessionId }) => sessionId));
      for (const stream of this.streams) stream.become(open.get(stream.sessionId));
    } catch (error) {
      this.log.warn(`cannot look after the sessions of open streams, the next beat will: ${(error as Error).message}`);
    }
  }

  private endWhere(matches: (stream: LiveStream) => boolean): void {
    for (const stream of this.streams) if (matches(stream)) stream.end();
  }
}
