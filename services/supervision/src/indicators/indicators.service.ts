import { Clock } from '@accord/case-model';
import type { Indicator, IndicatorListQuery, IndicatorQuery, IndicatorReport, IndicatorRow, Page } from '@accord/contracts';
import { type Actor, AreaNotYours, readCursor } from '@accord/http';
import { Database } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import { getIndicator, indicators } from './indicator-catalogue';
import { IndicatorCursor } from './indicator-cursor';
import { type IndicatorDefinition, rateOf } from './indicator-definition';
import { type Figures, IndicatorFigures } from './indicator-figures';
import { listOf } from './indicator-list';
import { type IndicatorScope, scopeOf, touches } from './indicator-scope.rules';

/** The steps of the funnel, each the figure of an indicator. */
const FUNNEL = {
  alerts: 'alerts',
  escalated: 'escalated',
  cases: 'cases',
  accepted: 'accepted',
  settled: 'settled',
} satisfies Record<IndicatorReport['funnel'][number]['step'], string>;

@Injectable()
export class IndicatorsService {
  constructor(
    private readonly database: Database,
    private readonly figures: IndicatorFigures,
    private readonly clock: Clock,
  ) {}

  async report(query: IndicatorQuery, actor: Actor): Promise<IndicatorReport> {
    const scope = this.scopeFor(query, actor);
    const { counts, byArea } = await this.database.within(actor, (tx) => this.figures.count(tx, scope));
    const count = (key: string): number => counts[key] ?? 0;
    return {
      from: scope.from,
      to: scope.to,
      area: scope.area,
      asOf: this.clock.now().toISOString(),
      indicators: indicators.map((definition) => indicatorOf(definition, counts, scope)),
      funnel: Object.entries(FUNNEL).map(([step, key]) => ({
        step: step as keyof typeof FUNNEL,
        count: count(key),
        list: listOf(key, scope),
      })),
      byArea,
      overdue: count('overdue'),
    };
  }

  async rows(key: string, query: IndicatorListQuery, actor: Actor): Promise<Page<IndicatorRow>> {
    getIndicator(key);
    const scope = this.scopeFor(query, actor);
    const after = query.cursor === undefined ? null : readCursor(IndicatorCursor, query.cursor);
    return this.database.within(actor, (tx) => this.figures.list(tx, key, scope, query.limit, after));
  }

  private scopeFor(query: IndicatorQuery, actor: Actor): IndicatorScope {
    const scope = scopeOf(query, this.clock.today());
    if (!touches(scope.area, actor.areas)) throw new AreaNotYours('area', scope.area ?? '');
    return scope;
  }
}

function indicatorOf(
  { key, version, name, definition, unit, over }: IndicatorDefinition,
  counts: Figures['counts'],
  scope: IndicatorScope,
): Indicator {
  const numerator = counts[key] ?? 0;
  const denominator = over === undefined ? null : (counts[over] ?? 0);
  return {
    key,
    name,
    definition,
    definitionVersion: version,
    unit,
    numerator,
    denominator,
    rate: rateOf(numerator, denominator),
    list: listOf(key, scope),
    denominatorList: over === undefined ? null : listOf(over, scope),
  };
}
