import { AllowSignedIn } from '@accord/http';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentSession, type GatewayRequest } from '../session/current-session';
import { SignedInStaff } from '../session/signed-in-staff';
import { LiveStream } from './live-stream';
import { LiveUpdates } from './live-updates';

@Controller('live')
export class LiveController {
  constructor(private readonly updates: LiveUpdates) {}

  @Get()
  @AllowSignedIn()
  @ApiOperation({ summary: 'Server-sent events: what happened just now to alerts, cases and tasks that you may see.' })
  @ApiProduces('text/event-stream')
  open(@CurrentSession() session: SignedInStaff, @Req() request: GatewayRequest, @Res() reply: FastifyReply): void {
    reply.hijack();
    const stream = new LiveStream(session, reply.raw);
    request.raw.once('close', () => this.updates.remove(stream));
    reply.raw.on('error', () => this.updates.remove(stream));
    stream.open(reply.getHeaders());
    this.updates.add(stream);
  }
}
