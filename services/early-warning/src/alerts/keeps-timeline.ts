import { Announcing } from '@accord/case-model';
import type { StaffRef } from '@accord/contracts';
import type { NewTimelineLine } from './alert-timeline.entity';
import type { Said } from './alert-timeline.words';

/** An alert that writes down what happens to it; the lines wait on the object until they are saved together with it. */
export abstract class KeepsTimeline extends Announcing {
  #lines: NewTimelineLine[] = [];

  /** Hands over the lines that were written since the last time. */
  takeLines(): NewTimelineLine[] {
    const taken = this.#lines;
    this.#lines = [];
    return taken;
  }

  protected say({ what, text }: Said, by: StaffRef | null, at: Date): void {
    this.#lines.push({ alertId: this.id, at, what, actor: by?.name ?? null, text });
  }
}
