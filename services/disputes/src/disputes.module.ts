import { Module } from '@nestjs/common';
import { BodiesController } from './bodies/bodies.controller';
import { BodiesService } from './bodies/bodies.service';
import { BodyRegister } from './bodies/body-register';
import { CaseFiles } from './case-file/case-files';
import { DisputesDemoData } from './demo/disputes-demo-data';
import { PassLimitsWhenTheyRunOut } from './limits/pass-limits-when-they-run-out';
import { MediationCasesController } from './mediation/mediation-cases.controller';
import { MediationCasesService } from './mediation/mediation-cases.service';
import { MediationHearingService } from './mediation/mediation-hearing.service';
import { MediationIntakeService } from './mediation/mediation-intake.service';
import { OpenCaseWhenAlertEscalates } from './mediation/open-case-when-alert-escalates';

@Module({
  controllers: [MediationCasesController, BodiesController],
  providers: [
    BodyRegister,
    BodiesService,
    CaseFiles,
    MediationCasesService,
    MediationIntakeService,
    MediationHearingService,
    OpenCaseWhenAlertEscalates,
    PassLimitsWhenTheyRunOut,
    DisputesDemoData,
  ],
})
export class DisputesModule {}
