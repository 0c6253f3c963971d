import { SignInRequired } from '@accord/http';
import { Injectable } from '@nestjs/common';
import type { GatewayRequest } from './current-session';
import { KnownSessions } from './known-sessions';
import { SESSION_COOKIE } from './session-cookie';
import { CrossSiteRequest, PasswordChangeRequired } from './session.errors';
import { comesFromHere } from './session.rules';
import { sessionIdOf } from './sessions';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const SESSION_ROUTE = /^\/api\/session(\/password)?$/;

/**
 * The gate that every API request passes: exchanges the session that came along for a token of ours. What a client puts
 * into `Authorization` goes no further; from here on the header holds our token or nothing.
 */
@Injectable()
export class SessionGate {
  constructor(private readonly known: KnownSessions) {}

  async admit(request: GatewayRequest): Promise<void> {
    const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    const token = bearer ?? request.cookies[SESSION_COOKIE];
    delete request.headers.authorization;
    if (bearer === undefined) this.requireOwnSite(request, token !== undefined);
    if (token === undefined) return;

    const known = await this.known.find(sessionIdOf(token));
    if (known === null) return;
    request.signedIn = known.person;
    request.headers.authorization = `Bearer ${known.token.text}`;
    if (known.person.mustChangePassword && !SESSION_ROUTE.test(pathOf(request)))
      await this.requirePasswordChanged(known.person.sessionId);
  }

  /** For routes that services answer: their own guards would refuse too, but nothing anonymous reaches them. */
  requireSignedIn(request: GatewayRequest): void {
    if (request.signedIn === undefined) throw new SignInRequired();
  }

  private requireOwnSite(request: GatewayRequest, withCookie: boolean): void {
    if (SAFE.has(request.method)) return;
    const { 'sec-fetch-site': site, origin } = request.headers;
    const signsIn = request.method === 'POST' && pathOf(request) === '/api/session';
    const silent = site === undefined && origin === undefined;
    if (silent && (signsIn || !withCookie)) return;
    if (!comesFromHere({ site: site as string | undefined, origin, host: request.host })) throw new CrossSiteRequest();
  }

  private async requirePasswordChanged(sessionId: string): Promise<void> {
    this.known.forget(sessionId);
    const now = await this.known.find(sessionId);
    if (now === null || now.person.mustChangePassword) throw new PasswordChangeRequired();
  }
}

function pathOf({ url }: GatewayRequest): string {
  return url.split('?', 1)[0] ?? url;
}
