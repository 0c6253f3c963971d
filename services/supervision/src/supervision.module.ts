import { Module } from '@nestjs/common';
import { KeepAlertFacts } from './facts/keep-alert-facts';
import { KeepCaseFacts } from './facts/keep-case-facts';
import { IndicatorFigures } from './indicators/indicator-figures';
import { IndicatorsController } from './indicators/indicators.controller';
import { IndicatorsService } from './indicators/indicators.service';

@Module({
  controllers: [IndicatorsController],
  providers: [IndicatorsService, IndicatorFigures, KeepAlertFacts, KeepCaseFacts],
})
export class SupervisionModule {}
