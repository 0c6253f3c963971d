import { ChangePasswordRequest, SignedIn, SignInRequest, StaffSession } from '@accord/contracts';
import { AllowSignedIn, Answers, Public } from '@accord/http';
import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway-config';
import { CurrentSession, type GatewayRequest } from './current-session';
import { cookieOptions, SESSION_COOKIE } from './session-cookie';
import { Sessions } from './sessions';
import { SignInService } from './sign-in.service';
import { SignedInStaff } from './signed-in-staff';

@Controller('session')
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: Sessions,
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
  ) {}

  @Post()
  @Public()
  @Answers(SignedIn, { status: 201 })
  async signIn(
    @Body({ schema: SignInRequest }) credentials: SignInRequest,
    @Req() request: GatewayRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    const signedIn = await this.signIns.signIn(credentials, { address: request.ip, userAgent: request.headers['user-agent'] });
    void reply
      .setCookie(SESSION_COOKIE, signedIn.token, cookieOptions(this.config.COOKIE_SECURE))
      .header('cache-control', 'no-store');
    return signedIn;
  }

  @Get()
  @AllowSignedIn()
  @Answers(StaffSession)
  current(@CurrentSession() session: SignedInStaff, @Res({ passthrough: true }) reply: FastifyReply): StaffSession {
    void reply.header('cache-control', 'no-store');
    return session.view();
  }

  /** Answers alike when there was no session left to end. */
  @Delete()
  @Public()
  @HttpCode(204)
  async signOut(@Req() request: GatewayRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (request.signedIn !== undefined) await this.sessions.end(request.signedIn.sessionId);
    void reply.clearCookie(SESSION_COOKIE, cookieOptions(this.config.COOKIE_SECURE));
  }

  @Put('password')
  @HttpCode(204)
  @AllowSignedIn()
  changePassword(
    @CurrentSession() session: SignedInStaff,
    @Body({ schema: ChangePasswordRequest }) request: ChangePasswordRequest,
    @Req() { ip }: GatewayRequest,
  ): Promise<void> {
    return this.signIns.changePassword(session, request, ip);
  }
}
