import type { ServerResponse } from 'node:http';
import type { SignedInStaff } from '../session/signed-in-staff';
import type { LiveNews } from './live-message';

/** A reader that has this much waiting cannot keep up; it is let go and comes back for a fresh view. */
const MOST_WAITING_BYTES = 64 * 1024;

/** One open `text/event-stream` and the person at its other end. */
export class LiveStream {
  constructor(
    private person: SignedInStaff,
    private readonly response: ServerResponse,
  ) {}

  get sessionId(): string {
    return this.person.sessionId;
  }

  get staffId(): string {
    return this.person.staff.id;
  }

  /** Writes the head of the answer and tells the browser how soon to come back after a cut. */
  open(headers: Record<string, string | number | string[] | undefined>): void {
    const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)) as Record<
      string,
      string | number | string[]
    >;
    this.response.writeHead(200, {
      ...sent,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    this.write('retry: 2000\n\n');
  }

  /** From now on the stream shows what this reading of the person's grants covers; it ends where there is none. */
  become(person: SignedInStaff | undefined): void {
    if (person === undefined) this.end();
    else this.person = person;
  }

  /** `text` is the message as it goes over the wire; it is the same for everybody. */
  tell({ permission, message }: LiveNews, text: string): void {
    if (this.person.actor.may(permission, message.areaCode)) this.write(text);
  }

  beat(): void {
    this.write(': beat\n\n');
  }

  end(): void {
    this.response.end();
  }

  private write(text: string): void {
    if (this.response.writableEnded || this.response.destroyed) return;
    if (this.response.writableLength > MOST_WAITING_BYTES) this.response.destroy();
    else this.response.write(text);
  }
}
