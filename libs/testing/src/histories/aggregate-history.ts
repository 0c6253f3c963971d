import type { EventDefinition, EventOf } from '@accord/contracts';
import { v7 } from 'uuid';

/** The life of one aggregate as listeners hear it: every call is its next event, checked against its contract. */
export abstract class AggregateHistory {
  readonly id = v7();
  private version = 0;
  private at = new Date('2026-03-02T01:00:00Z');

  /** What happens next happens at this instant. */
  when(instant: Date | string): this {
    this.at = new Date(instant);
    return this;
  }

  protected say<Definition extends EventDefinition>(
    definition: Definition,
    payload: EventOf<Definition>['payload'],
  ): EventOf<Definition> {
    this.version += 1;
    return {
      id: v7(),
      type: definition.type,
      aggregateId: this.id,
      aggregateVersion: this.version,
      occurredAt: this.at,
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      payload: definition.parse(payload) as EventOf<Definition>['payload'],
    };
  }
}
