import { DomainError } from '@accord/case-model';

/** Somebody asked for an aggregate of which nothing is parked; it may have been taken or discarded meanwhile. */
export class NothingParked extends DomainError {
  readonly code = 'NOTHING_PARKED';
  readonly kind = 'not_found';

  constructor(aggregateId: string) {
    super({ zh: `没有搁置的事件：${aggregateId}。`, en: `Nothing of ${aggregateId} is parked.` }, { aggregateId });
  }
}

/** An aggregate is parked in several consumers, and what to do may differ between them. */
export class SeveralParked extends DomainError {
  readonly code = 'SEVERAL_PARKED';
  readonly kind = 'invalid';
  override readonly field = 'consumer';

  constructor(aggregateId: string, consumers: readonly string[]) {
    super(
      {
        zh: `${aggregateId} 在多个消费者处被搁置，请指明其一：${consumers.join('、')}。`,
        en: `${aggregateId} is parked in several consumers; name one: ${consumers.join(', ')}.`,
      },
      { aggregateId, consumers },
    );
  }
}

/** The parked events belong to a consumer that this version of the service no longer has; they can only be discarded. */
export class ConsumerUnknown extends DomainError {
  readonly code = 'CONSUMER_UNKNOWN';
  readonly kind = 'refused';

  constructor(consumer: string) {
    super(
      {
        zh: `当前版本没有消费者“${consumer}”，只能丢弃。`,
        en: `This version has no consumer "${consumer}"; its events can only be discarded.`,
      },
      { consumer },
    );
  }
}

/** Discarding an event is a decision that somebody may have to answer for. */
export class DiscardNeedsReason extends DomainError {
  readonly code = 'DISCARD_NEEDS_REASON';
  readonly kind = 'invalid';
  override readonly field = 'reason';

  constructor() {
    super({ zh: '丢弃事件须说明理由。', en: 'Say why the event is to be discarded.' });
  }
}
