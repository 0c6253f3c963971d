import { BodyPage, BodyQuery, BodyView, type Page, RegisterBodyRequest, RegisterMediatorRequest } from '@accord/contracts';
import { type Actor, Allow, Answers, CurrentUser, IdempotencyKey, IdParam } from '@accord/http';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { BodiesService } from './bodies.service';

@Controller('bodies')
export class BodiesController {
  constructor(private readonly bodies: BodiesService) {}

  @Get()
  @Allow('case.read')
  @Answers(BodyPage)
  list(@Query({ schema: BodyQuery }) query: BodyQuery, @CurrentUser() user: Actor): Promise<Page<BodyView>> {
    return this.bodies.list(query, user);
  }

  @Post()
  @Allow('staff.manage')
  @Answers(BodyView, { status: 201 })
  async register(
    @Body({ schema: RegisterBodyRequest }) request: RegisterBodyRequest,
    @IdempotencyKey() key: string | null,
    @CurrentUser() user: Actor,
  ): Promise<BodyView> {
    return this.bodies.get(await this.bodies.register(request, key, user), user);
  }

  @Post(':id/mediators')
  @Allow('staff.manage')
  @Answers(BodyView, { status: 201 })
  async registerMediator(
    @IdParam() id: string,
    @Body({ schema: RegisterMediatorRequest }) request: RegisterMediatorRequest,
    @IdempotencyKey() key: string | null,
    @CurrentUser() user: Actor,
  ): Promise<BodyView> {
    await this.bodies.registerMediator(id, request, key, user);
    return this.bodies.get(id, user);
  }
}
