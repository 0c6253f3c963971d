import {
  ChangeGrantsRequest,
  CreateStaffRequest,
  StaffMemberView,
  StaffPage,
  StaffPasswordIssued,
  StaffQuery,
} from '@accord/contracts';
import type { Page } from '@accord/contracts';
import { Actor, Allow, Answers, CurrentUser, IdempotencyKey, IdParam } from '@accord/http';
import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { StaffIntakeService } from './staff-intake.service';
import { StaffList } from './staff-list';
import { StaffService } from './staff.service';

@Controller('staff')
export class StaffController {
  constructor(
    private readonly intake: StaffIntakeService,
    private readonly staff: StaffService,
    private readonly list: StaffList,
  ) {}

  @Get()
  @Allow('staff.manage')
  @Answers(StaffPage)
  page(@CurrentUser() actor: Actor, @Query({ schema: StaffQuery }) query: StaffQuery): Promise<Page<StaffMemberView>> {
    return this.list.page(actor, query);
  }

  @Get(':id')
  @Allow('staff.manage')
  @Answers(StaffMemberView)
  get(@CurrentUser() actor: Actor, @IdParam() id: string): Promise<StaffMemberView> {
    return this.staff.get(actor, id);
  }

  @Post()
  @Allow('staff.manage')
  @Answers(StaffPasswordIssued, { status: 201 })
  create(
    @CurrentUser() actor: Actor,
    @Body({ schema: CreateStaffRequest }) request: CreateStaffRequest,
    @IdempotencyKey() key: string | null,
  ): Promise<StaffPasswordIssued> {
    return this.intake.create(actor, request, key);
  }

  @Put(':id/grants')
  @Allow('staff.manage')
  @Answers(StaffMemberView)
  changeGrants(
    @CurrentUser() actor: Actor,
    @IdParam() id: string,
    @Body({ schema: ChangeGrantsRequest }) request: ChangeGrantsRequest,
  ): Promise<StaffMemberView> {
    return this.staff.changeGrants(actor, id, request);
  }

  @Post(':id/deactivation')
  @HttpCode(200)
  @Allow('staff.manage')
  @Answers(StaffMemberView)
  deactivate(@CurrentUser() actor: Actor, @IdParam() id: string): Promise<StaffMemberView> {
    return this.staff.deactivate(actor, id);
  }

  @Post(':id/password-reset')
  @HttpCode(200)
  @Allow('staff.manage')
  @Answers(StaffPasswordIssued)
  resetPassword(@CurrentUser() actor: Actor, @IdParam() id: string): Promise<StaffPasswordIssued> {
    return this.staff.resetPassword(actor, id);
  }
}
