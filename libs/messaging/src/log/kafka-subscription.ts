import type { SubscribeOptions, Subscription } from './event-log';
import type { KafkaSettings } from './kafka-client';
import { isPassing } from './kafka-failures';
import { KafkaMember } from './kafka-member';
import type { Position } from './kafka-positions';

const START_PATIENCE_MS = 10_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2_000;

/** Keeps a member in a group: while the brokers are away it tries again, in the same process, until they are back. */
export class KafkaSubscription implements Subscription {
  private member: KafkaMember | undefined;
  private stopped = false;
  private retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly settings: KafkaSettings,
    private readonly options: SubscribeOptions,
  ) {}

  /** Rejects when no attempt of the first seconds succeeds: whoever starts should know. */
  async start(startAt: readonly Position[]): Promise<void> {
    const until = Date.now() + START_PATIENCE_MS;
    for (;;) {
      try {
        return await this.join(startAt);
      } catch (error) {
        // The group's coordinator may be loading still.
        if (this.stopped || !isPassing(error as Error) || Date.now() > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS));
      }
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.member?.leave();
  }

  private async join(startAt: readonly Position[]): Promise<void> {
    this.member = undefined;
    const member = new KafkaMember(this.settings, this.options, (error) => this.ended(member, error));
    await member.join(startAt);
    this.member = member;
    if (this.stopped) await member.leave();
  }

  private ended(member: KafkaMember, error: Error): void {
    if (this.stopped || this.member !== member) return;
    this.member = undefined;
    if (!isPassing(error)) return this.options.onCrash(error);
    this.settings.report('warn', `The group ${this.options.group} lost its broker: ${error.message}`, {});
    this.joinAgain(FIRST_PAUSE_MS);
  }

  private joinAgain(pause: number): void {
    this.retry = setTimeout(() => {
      if (this.stopped) return;
      this.join([]).catch((error: Error) => {
        if (!isPassing(error)) return this.options.onCrash(error);
        this.joinAgain(Math.min(pause * 2, LONGEST_PAUSE_MS));
      });
    }, pause);
  }
}
