import { Grant } from '@accord/contracts';
import { importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { Actor } from './actor';

const ISSUER = 'accord-gateway';
const Claims = z.object({ sub: z.uuid(), name: z.string(), grants: z.array(Grant) });

/** How long a service trusts a token that the gateway signed. Short, so that a revoked grant ends soon. */
export const ACCESS_TOKEN_SECONDS = 300;

/** Signs the tokens that services accept; only the gateway holds the private key (an Ed25519 JWK as JSON). */
export async function signAccessToken(privateJwk: string, staff: { id: string; name: string; grants: Grant[] }): Promise<string> {
  const key = await importJWK(JSON.parse(privateJwk) as JWK, 'EdDSA');
  return new SignJWT({ name: staff.name, grants: staff.grants })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(ISSUER)
    .setSubject(staff.id)
    .setIssuedAt()
    .setExpirationTime(`${ACCESS_TOKEN_SECONDS}s`)
    .sign(key);
}

/** Checks the gateway's tokens with its public key, and remembers a checked one until it expires. */
export class AccessTokenVerifier {
  private readonly key: ReturnType<typeof importJWK>;
  private readonly checked = new Map<string, { actor: Actor; until: number }>();

  constructor(publicJwk: string) {
    this.key = importJWK(JSON.parse(publicJwk) as JWK, 'EdDSA');
  }

  /** The actor, or null for a token that is missing, forged or expired. */
  async verify(token: string | undefined): Promise<Actor | null> {
    if (token === undefined) return null;
    const known = this.checked.get(token);
    if (known !== undefined && known.until > Date.now()) return known.actor;
    try {
      const { payload } = await jwtVerify(token, await this.key, { issuer: ISSUER, algorithms: ['EdDSA'] });
      const { sub, name, grants } = Claims.parse(payload);
      const actor = new Actor(sub, name, grants);
      this.remember(token, actor, (payload.exp ?? 0) * 1000);
      return actor;
    } catch {
      return null;
    }
  }

  private remember(token: string, actor: Actor, until: number): void {
    if (this.checked.size >= 10_000) this.checked.clear();
    this.checked.set(token, { actor, until });
  }
}
