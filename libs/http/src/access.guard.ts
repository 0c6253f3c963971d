import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AccessTokenVerifier } from './access-token';
import { Actor } from './actor';
import { ALLOW, PUBLIC, SIGNED_IN } from './allow';
import { PermissionMissing, SignInRequired } from './http.errors';
import type { Permission } from './permissions';
import type { AccordRequest } from './request';

/** The first of the three gates: nobody passes a route without the permission it names. The areas follow from the grant. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    private readonly tokens: AccessTokenVerifier,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const route = context.getHandler();
    if (this.reflector.get<boolean>(PUBLIC, route)) return true;

    const request = context.switchToHttp().getRequest<AccordRequest>();
    const actor = await this.tokens.verify(bearer(request.headers.authorization));
    if (actor === null) throw new SignInRequired();
    request.actor = this.admit(
      actor,
      this.reflector.get<Permission | undefined>(ALLOW, route),
      this.reflector.get<boolean>(SIGNED_IN, route),
    );
    return true;
  }

  private admit(actor: Actor, permission: Permission | undefined, anySignedIn: boolean | undefined): Actor {
    if (permission === undefined) {
      if (anySignedIn) return actor;
      throw new PermissionMissing('—');
    }
    const admitted = actor.under(permission);
    if (admitted.areas.length === 0) throw new PermissionMissing(permission);
    return admitted;
  }
}

function bearer(header: string | undefined): string | undefined {
  return header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : undefined;
}
