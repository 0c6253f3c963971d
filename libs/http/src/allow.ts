import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { Permission } from './permissions';

export const ALLOW = 'accord:allow';
export const PUBLIC = 'accord:public';
export const SIGNED_IN = 'accord:signed-in';

/** Opens a route to whoever holds this permission somewhere; the rows they reach are those of the areas they hold it for. */
export const Allow = (permission: Permission): MethodDecorator =>
  applyDecorators(SetMetadata(ALLOW, permission), ApiBearerAuth());

/** Opens a route to everyone who is signed in. */
export const AllowSignedIn = (): MethodDecorator => applyDecorators(SetMetadata(SIGNED_IN, true), ApiBearerAuth());

/** Opens a route to everyone, signed in or not. */
export const Public = (): MethodDecorator => SetMetadata(PUBLIC, true);
