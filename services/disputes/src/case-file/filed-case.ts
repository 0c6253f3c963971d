import { Announcing, known } from '@accord/case-model';
import type { EventDefinition } from '@accord/contracts';
import { Column } from 'typeorm';
import { CaseClock, type LimitKey } from '../limits/case-clock.entity';
import { CaseClocks } from '../limits/case-clocks';
import { timelineWords } from '../mediation/mediation-case.timeline';
import { type Act, TimelineLine } from './timeline-line.entity';

/**
 * A case that has a file: limits with the reason for each date, and a timeline. Both are loaded and kept together with the
 * case, and only the case itself writes in them.
 */
export abstract class FiledCase extends Announcing {
  abstract readonly areaCode: string;

  /** When the earliest act that is still owed is, or was, due. */
  @Column('timestamptz', { name: 'next_due_at', nullable: true }) nextDueAt: Date | null = null;

  clocks = new CaseClocks();
  newLines: TimelineLine[] = [];

  isOverdue(now: Date): boolean {
    return this.nextDueAt !== null && this.nextDueAt <= now;
  }

  /** Starts a limit that is known to be in force on that day, and says in the timeline why it ends when it does. */
  protected run(act: Act, key: LimitKey, startedOn: string): CaseClock {
    const clock = known(CaseClock.start(this.id, this.areaCode, key, startedOn), `${key} is in force on ${startedOn}`);
    this.clocks.add(clock);
    this.nextDueAt = this.clocks.nextDueAt;
    this.write(act, 'limit-started', timelineWords.limitStarted(clock));
    return clock;
  }

  /** The acts that these limits ask for were done on that day, in time or late. */
  protected meet(keys: LimitKey[], on: string): void {
    this.clocks.meet(keys, on);
    this.nextDueAt = this.clocks.nextDueAt;
  }

  /** Nothing is owed any more from that day on. */
  protected stopOwed(on: string): void {
    this.clocks.stopOwed(on);
    this.nextDueAt = this.clocks.nextDueAt;
  }

  protected write(act: Act, what: string, text: TimelineLine['text']): void {
    this.newLines.push(TimelineLine.write(this.id, act, what, text));
  }

  /** Announces what happened, as of the moment of the act. */
  protected say<Type extends string, Payload>(
    { at }: Pick<Act, 'at'>,
    event: EventDefinition<Type, Payload>,
    payload: NoInfer<Payload>,
  ): void {
    this.announce(event, payload, at);
  }
}
