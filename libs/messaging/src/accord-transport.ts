import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import { EventCatalog } from './catalog';
import { ConsumerGroup } from './inbox/consumer-group';
import { HandlerRegistry } from './inbox/handler-registry';
import { Inbox } from './inbox/inbox';
import type { EventLog } from './log/event-log';
import { EVENT_LOG, MESSAGING_OPTIONS, MESSAGING_TUNING, type MessagingOptions, type MessagingTuning } from './messaging.options';
import { Relay } from './relay/relay';

const TRY_AGAIN_MS = 2_000;

/**
 * Nest's way to our messaging: `app.connectMicroservice({ strategy: app.get(AccordTransport) })` starts the relay and the
 * consumers with the application's microservices and stops them with it. A log that is away at the start is waited for;
 * meanwhile events are recorded and nothing is lost.
 *
 * Handlers are called directly, not through Nest's RPC pipeline: there an exception filter that answers with a value, or
 * an observable that nobody subscribes to, turns a failed event into one that was taken.
 */
@Injectable()
export class AccordTransport extends Server implements CustomTransportStrategy {
  private readonly groups: ConsumerGroup[] = [];
  private stopping = false;
  private starting: Promise<void> = Promise.resolve();

  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(EventCatalog) private readonly catalog: EventCatalog,
    @Inject(HandlerRegistry) private readonly registry: HandlerRegistry,
    @Inject(Inbox) private readonly inbox: Inbox,
    @Inject(Relay) private readonly relay: Relay,
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
    @Inject(MESSAGING_TUNING) private readonly tuning: MessagingTuning,
  ) {
    super();
  }

  async listen(callback: (error?: unknown) => void): Promise<void> {
    this.relay.start();
    try {
      await this.open();
    } catch (error) {
      this.logger.warn(`The log is not there yet, waiting for it: ${(error as Error).message}`);
      this.starting = this.openWhenThere();
    }
    callback();
  }

  async close(): Promise<void> {
    this.stopping = true;
    await this.starting;
    await Promise.all(this.groups.map((group) => group.stop()));
    await this.relay.stop();
    await this.log.close();
  }

  on(): never {
    throw new Error('This transport has no events of its own; ask MessagingStatus.');
  }

  unwrap<T>(): T {
    return this.log as T;
  }

  private async openWhenThere(): Promise<void> {
    while (!this.stopping) {
      await sleep(TRY_AGAIN_MS, undefined, { ref: false });
      try {
        await this.open();
        this.logger.log('The log is there; events flow.');
        return;
      } catch (error) {
        this.logger.debug?.(`Still no log: ${(error as Error).message}`);
      }
    }
  }

  /** Safe to repeat: a group that has started is not started again. */
  private async open(): Promise<void> {
    const consumers = this.registry.consumers();
    await this.log.prepare([
      ...new Set([...this.catalog.topicsOf(this.options.service), ...consumers.flatMap(({ topics }) => topics)]),
    ]);
    for (const consumer of consumers.slice(this.groups.length)) {
      const group = new ConsumerGroup(consumer, this.inbox, this.tuning);
      await group.start(this.log, (error) => this.crashed(error));
      this.groups.push(group);
    }
  }

  private crashed(error: Error): void {
    if (this.stopping) return;
    this.logger.error(`A subscription ended for good, so this process ends too: ${error.message}`, error.stack);
    if (this.options.onCrash) this.options.onCrash(error);
    else process.kill(process.pid, 'SIGTERM');
  }
}
