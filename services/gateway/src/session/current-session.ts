import { type AccordRequest, SignInRequired } from '@accord/http';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { SignedInStaff } from './signed-in-staff';

/** A request behind the session gate. */
export interface GatewayRequest extends AccordRequest {
  /** Set by the gate where a session that is open came along. */
  signedIn?: SignedInStaff;
}

/** The session that the request came with. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): SignedInStaff => {
  const { signedIn } = context.switchToHttp().getRequest<GatewayRequest>();
  if (signedIn === undefined) throw new SignInRequired();
  return signedIn;
});
