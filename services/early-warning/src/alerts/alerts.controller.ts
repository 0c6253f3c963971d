import {
  AlertPage,
  AlertQuery,
  type AlertSummary,
  AlertView,
  EscalateAlertRequest,
  GradePreviewRequest,
  Grading,
  JoinAlertRequest,
  type Page,
  RaiseAlertRequest,
  RegradeAlertRequest,
  StandDownAlertRequest,
  VerifyAlertRequest,
} from '@accord/contracts';
import { Actor, Allow, Answers, CurrentUser, IdempotencyKey, IdParam } from '@accord/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { AlertIntake } from './alert-intake.service';
import { AlertRegister } from './alert-register.service';
import { AlertsService } from './alerts.service';
import { GradingRulesService } from './grading-rules.service';

@Controller()
export class AlertsController {
  constructor(
    private readonly intake: AlertIntake,
    private readonly alerts: AlertsService,
    private readonly register: AlertRegister,
    private readonly grading: GradingRulesService,
  ) {}

  @Get('alerts')
  @Allow('alert.read')
  @Answers(AlertPage)
  list(@Query({ schema: AlertQuery }) query: AlertQuery, @CurrentUser() actor: Actor): Promise<Page<AlertSummary>> {
    return this.register.list(query, actor);
  }

  @Post('alerts')
  @Allow('alert.raise')
  @Answers(AlertView, { status: 201 })
  raise(
    @Body({ schema: RaiseAlertRequest }) request: RaiseAlertRequest,
    @IdempotencyKey() key: string | null,
    @CurrentUser() actor: Actor,
  ): Promise<AlertView> {
    return this.intake.raise(request, key, actor);
  }

  @Get('alerts/:id')
  @Allow('alert.read')
  @Answers(AlertView)
  get(@IdParam() id: string, @CurrentUser() actor: Actor): Promise<AlertView> {
    return this.register.get(id, actor);
  }

  @Post('alerts/:id/acknowledgement')
  @HttpCode(200)
  @Allow('alert.acknowledge')
  @Answers(AlertView)
  acknowledge(@IdParam() id: string, @CurrentUser() actor: Actor): Promise<AlertView> {
    return this.alerts.acknowledge(id, actor);
  }

  @Post('alerts/:id/verification')
  @HttpCode(200)
  @Allow('alert.verify')
  @Answers(AlertView)
  verify(
    @IdParam() id: string,
    @Body({ schema: VerifyAlertRequest }) request: VerifyAlertRequest,
    @CurrentUser() actor: Actor,
  ): Promise<AlertView> {
    return this.alerts.verify(id, request, actor);
  }

  @Post('alerts/:id/escalation')
  @HttpCode(200)
  @Allow('alert.escalate')
  @Answers(AlertView)
  escalate(
    @IdParam() id: string,
    @Body({ schema: EscalateAlertRequest.prefault({}) }) request: EscalateAlertRequest,
    @CurrentUser() actor: Actor,
  ): Promise<AlertView> {
    return this.alerts.escalate(id, request, actor);
  }

  @Post('alerts/:id/standing-down')
  @HttpCode(200)
  @Allow('alert.stand-down')
  @Answers(AlertView)
  standDown(
    @IdParam() id: string,
    @Body({ schema: StandDownAlertRequest }) request: StandDownAlertRequest,
    @CurrentUser() actor: Actor,
  ): Promise<AlertView> {
    return this.alerts.standDown(id, request, actor);
  }

  @Post('alerts/:id/joining')
  @HttpCode(200)
  @Allow('alert.join')
  @Answers(AlertView)
  join(
    @IdParam() id: string,
    @Body({ schema: JoinAlertRequest }) request: JoinAlertRequest,
    @CurrentUser() actor: Actor,
  ): Promise<AlertView> {
    return this.alerts.join(id, request, actor);
  }

  @Post('alerts/:id/grading')
  @HttpCode(200)
  @Allow('alert.regrade')
  @Answers(AlertView)
  regrade(
    @IdParam() id: string,
    @Body({ schema: RegradeAlertRequest }) request: RegradeAlertRequest,
    @CurrentUser() actor: Actor,
  ): Promise<AlertView> {
    return this.alerts.regrade(id, request, actor);
  }

  @Post('grading-preview')
  @HttpCode(200)
  @Allow('alert.read')
  @Answers(Grading, { description: 'The level that the grading rule in force would give.' })
  preview(@Body({ schema: GradePreviewRequest }) facts: GradePreviewRequest, @CurrentUser() actor: Actor): Promise<Grading> {
    return this.grading.preview(facts, actor);
  }
}
