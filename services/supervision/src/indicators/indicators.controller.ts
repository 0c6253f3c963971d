import {
  IndicatorListQuery,
  IndicatorQuery,
  IndicatorReport,
  type IndicatorRow,
  IndicatorRows,
  type Page,
} from '@accord/contracts';
import { Actor, Allow, Answers, CurrentUser } from '@accord/http';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { IndicatorsService } from './indicators.service';

@Controller('indicators')
export class IndicatorsController {
  constructor(private readonly indicators: IndicatorsService) {}

  @Get()
  @Allow('indicator.read')
  @Answers(IndicatorReport)
  report(@Query({ schema: IndicatorQuery }) query: IndicatorQuery, @CurrentUser() actor: Actor): Promise<IndicatorReport> {
    return this.indicators.report(query, actor);
  }

  @Get(':key/rows')
  @Allow('indicator.read')
  @Answers(IndicatorRows)
  rows(
    @Param('key') key: string,
    @Query({ schema: IndicatorListQuery }) query: IndicatorListQuery,
    @CurrentUser() actor: Actor,
  ): Promise<Page<IndicatorRow>> {
    return this.indicators.rows(key, query, actor);
  }
}
