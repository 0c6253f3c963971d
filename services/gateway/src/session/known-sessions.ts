import { Clock } from '@accord/case-model';
import { ACCESS_TOKEN_SECONDS, signAccessToken } from '@accord/http';
import { Inject, Injectable } from '@nestjs/common';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway-config';
import { SessionReader } from './session-reader';
import type { SignedInStaff } from './signed-in-staff';

interface Known {
  readonly person: SignedInStaff;
  readonly readAt: number;
  readonly token: { readonly text: string; readonly signedAt: number };
}

/** What the gateway knows by heart, so that most requests cost it no query and no signature. */
@Injectable()
export class KnownSessions {
  /** What was read is trusted for this long: a session ended elsewhere is over within 5 seconds. */
  static readonly FRESH_MS = 5_000;
  /** An access token is used for four of its five minutes, so that it does not run out on its way. */
  private static readonly TOKEN_MS = (ACCESS_TOKEN_SECONDS - 60) * 1000;
  private static readonly MOST = 20_000;

  private readonly known = new Map<string, Known>();
  private readonly reading = new Map<string, Promise<Known | null>>();

  constructor(
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
    private readonly reader: SessionReader,
    private readonly clock: Clock,
  ) {}

  /** The person and a token that says so, or null when the session is over. */
  async find(sessionId: string): Promise<Known | null> {
    const known = this.known.get(sessionId);
    const age = known === undefined ? Infinity : this.clock.now().getTime() - known.readAt;
    return known !== undefined && age >= 0 && age < KnownSessions.FRESH_MS ? known : this.readOnce(sessionId);
  }

  forget(sessionId: string): void {
    this.known.delete(sessionId);
  }

  /** Forgets a person's sessions and returns their ids. */
  forgetStaff(staffId: string): string[] {
    const theirs = [...this.known].filter(([, { person }]) => person.staff.id === staffId).map(([sessionId]) => sessionId);
    for (const sessionId of theirs) this.known.delete(sessionId);
    return theirs;
  }

  private readOnce(sessionId: string): Promise<Known | null> {
    const underWay = this.reading.get(sessionId);
    if (underWay !== undefined) return underWay;
    const reading = this.read(sessionId).finally(() => this.reading.delete(sessionId));
    this.reading.set(sessionId, reading);
    return reading;
  }

  private async read(sessionId: string): Promise<Known | null> {
    const former = this.known.get(sessionId);
    const readAt = this.clock.now().getTime();
    const person = await this.reader.use(sessionId);
    this.known.delete(sessionId);
    if (person === null) return null;
    const known = { person, readAt, token: await this.tokenFor(person, former, readAt) };
    this.known.set(sessionId, known);
    if (this.known.size > KnownSessions.MOST) this.known.delete(this.known.keys().next().value as string);
    return known;
  }

  private async tokenFor(person: SignedInStaff, former: Known | undefined, now: number): Promise<Known['token']> {
    const usable = former !== undefined && former.person.isLike(person) && now - former.token.signedAt < KnownSessions.TOKEN_MS;
    if (usable) return former.token;
    const { id, name } = person.staff;
    return { text: await signAccessToken(this.config.TOKEN_PRIVATE_KEY, { id, name, grants: person.grants }), signedAt: now };
  }
}
