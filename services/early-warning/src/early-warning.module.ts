import { Module } from '@nestjs/common';
import { AlertIntake } from './alerts/alert-intake.service';
import { AlertRegister } from './alerts/alert-register.service';
import { AlertsController } from './alerts/alerts.controller';
import { AlertsService } from './alerts/alerts.service';
import { AlertsStore } from './alerts/alerts.store';
import { ClimbWhenNobodyAnswers } from './alerts/climb-when-nobody-answers';
import { EndAlertWhenCaseEnds } from './alerts/end-alert-when-case-ends';
import { GradingRulesService } from './alerts/grading-rules.service';
import { LinkCaseWhenCaseOpens } from './alerts/link-case-when-case-opens';
import { EarlyWarningDemoData } from './demo/early-warning-demo-data';
import { DutyRoster } from './duty/duty-roster.service';
import { KnowWhoIsOnDuty } from './duty/know-who-is-on-duty';
import { EmployersController } from './employers/employers.controller';
import { EmployersService } from './employers/employers.service';
import { WarningPostsController } from './posts/warning-posts.controller';

@Module({
  controllers: [AlertsController, EmployersController, WarningPostsController],
  providers: [
    AlertIntake,
    AlertRegister,
    AlertsService,
    AlertsStore,
    ClimbWhenNobodyAnswers,
    DutyRoster,
    EarlyWarningDemoData,
    EmployersService,
    EndAlertWhenCaseEnds,
    GradingRulesService,
    KnowWhoIsOnDuty,
    LinkCaseWhenCaseOpens,
  ],
})
export class EarlyWarningModule {}
