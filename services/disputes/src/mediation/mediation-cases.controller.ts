import {
  AcceptCaseRequest,
  AgreementRequest,
  ApplicationRequest,
  AssignMediatorRequest,
  CasePage,
  CaseQuery,
  type CaseSummary,
  CaseView,
  DeclineCaseRequest,
  FailCaseRequest,
  HoldSessionRequest,
  MediatorOption,
  OpenCaseRequest,
  type Page,
  WithdrawCaseRequest,
} from '@accord/contracts';
import { type Actor, Allow, Answers, CurrentUser, IdempotencyKey, IdParam } from '@accord/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { MediationCasesService } from './mediation-cases.service';
import { MediationHearingService } from './mediation-hearing.service';
import { MediationIntakeService } from './mediation-intake.service';

@Controller('cases')
export class MediationCasesController {
  constructor(
    private readonly cases: MediationCasesService,
    private readonly intake: MediationIntakeService,
    private readonly hearing: MediationHearingService,
  ) {}

  @Get()
  @Allow('case.read')
  @Answers(CasePage)
  list(@Query({ schema: CaseQuery }) query: CaseQuery, @CurrentUser() user: Actor): Promise<Page<CaseSummary>> {
    return this.cases.list(query, user);
  }

  @Post()
  @Allow('case.open')
  @Answers(CaseView, { status: 201 })
  async open(
    @Body({ schema: OpenCaseRequest }) request: OpenCaseRequest,
    @IdempotencyKey() key: string | null,
    @CurrentUser() user: Actor,
  ): Promise<CaseView> {
    return this.cases.get(await this.intake.open(request, key, user), user);
  }

  @Get(':id')
  @Allow('case.read')
  @Answers(CaseView)
  get(@IdParam() id: string, @CurrentUser() user: Actor): Promise<CaseView> {
    return this.cases.get(id, user);
  }

  @Get(':id/mediator-options')
  @Allow('case.read')
  @Answers(z.array(MediatorOption))
  mediatorOptions(@IdParam() id: string, @CurrentUser() user: Actor): Promise<MediatorOption[]> {
    return this.cases.mediatorOptions(id, user);
  }

  @Post(':id/application')
  @HttpCode(200)
  @Allow('case.apply')
  @Answers(CaseView)
  async receiveApplication(
    @IdParam() id: string,
    @Body({ schema: ApplicationRequest }) request: ApplicationRequest,
    @CurrentUser() user: Actor,
  ): Promise<CaseView> {
    await this.intake.receiveApplication(id, request, user);
    return this.cases.get(id, user);
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @Allow('case.accept')
  @Answers(CaseView)
  async accept(
    @IdParam() id: string,
    @Body({ schema: AcceptCaseRequest }) request: AcceptCaseRequest,
    @CurrentUser() user: Actor,
  ): Promise<CaseView> {
    await this.intake.accept(id, request, user);
    return this.cases.get(id, user);
  }

  @Post(':id/refusal')
  @HttpCode(200)
  @Allow('case.decline')
  @Answers(CaseView)
  async decline(
    @IdParam() id: string,
    @Body({ schema: DeclineCaseRequest }) request: DeclineCaseRequest,
    @CurrentUser() user: Actor,
  ): Promise<CaseView> {
    await this.intake.decline(id, request, user);
    return this.cases.get(id, user);
  }

  @Post(':id/mediator')
  @HttpCode(200)
  @Allow('case.assign')
  @Answers(CaseView)
  async assignMediator(
    @IdParam() id: string,
    @Body({ schema: AssignMediatorRequest }) request: AssignMediatorRequest,
    @CurrentUser() user: Actor,
  ): Promise<CaseView> {
    await this.intake.assignMediator(id, request, user);
    return this.cases.get(id, user);
  }

  @Post(':id/sessions')
  @Allow('case.hold-session')
  @Answers(CaseView, { status: 201 })
  async holdSession(
    @IdParam() id: string,
    @Body({ schema: HoldSessionRequest }) request: HoldSessionRequest,
    @IdempotencyKey() key: string | null,
    @CurrentUser() user: Actor,
  ): Promise<CaseView> {
    await this.hearing.holdSession(id, request, key, user);
    return this.cases.get(id, user);
  }

  @Post(':id/agreement')
  @HttpCode(200)
  @Allow('case.agree')
  @Answers(CaseView)
  async draftAgreement(
    @IdParam() id: string,
    @Body({ schema: AgreementRequest }) request: AgreementRequest,
    @CurrentUser() user: Actor,
  ): Promise<CaseView> {
    await this.hearing.draftAgreement(id, request, user);
    return this.cases.get(id, user);
  }

  @Post(':id/failure')
  @HttpCode(200)
  @Allow('case.fail')
  @Answers(CaseView)
  async declareImpasse(
    @IdParam() id: string,
    @Body({ schema: FailCaseRequest }) request: FailCaseRequest,
    @CurrentUser() user: Actor,
  ): Promise<CaseView> {
    await this.hearing.declareImpasse(id, request, user);
    return this.cases.get(id, user);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Allow('case.withdraw')
  @Answers(CaseView)
  async withdraw(
    @IdParam() id: string,
    @Body({ schema: WithdrawCaseRequest }) request: WithdrawCaseRequest,
    @CurrentUser() user: Actor,
  ): Promise<CaseView> {
    await this.hearing.withdraw(id, request, user);
    return this.cases.get(id, user);
  }
}
