/** The part of an event declaration that an aggregate needs in order to announce it. */
export interface Announceable<Payload> {
  readonly type: string;
  /** Checks a payload; returns it as declared or throws. */
  parse(payload: unknown): Payload;
}

export interface Announcement<Payload = unknown> {
  readonly definition: Announceable<Payload>;
  readonly payload: Payload;
  /** When it happened; null means at the moment it is recorded. */
  readonly occurredAt: Date | null;
}

/**
 * An aggregate that says what happened to it. Announcements wait on the object until the outbox takes them in the
 * transaction that saves it; an aggregate that is not saved has said nothing.
 */
export abstract class Announcing {
  abstract readonly id: string;
  #waiting: Announcement[] = [];

  protected announce<Payload>(
    definition: Announceable<Payload>,
    payload: NoInfer<Payload>,
    occurredAt: Date | null = null,
  ): void {
    this.#waiting.push({ definition, payload, occurredAt });
  }

  /** Hands over what is waiting and forgets it. */
  takeAnnouncements(): Announcement[] {
    const taken = this.#waiting;
    this.#waiting = [];
    return taken;
  }
}
