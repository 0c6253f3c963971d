import type { IndicatorReport, IndicatorRow, Page } from '@accord/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { getIndicator, indicators } from './indicator-catalogue';
import type { IndicatorDefinition } from './indicator-definition';
import { digitsOfParts, type IndicatorScope } from './indicator-scope.rules';
import { cursorAfter, type IndicatorCursor } from './indicator-cursor';

export type AreaFigures = IndicatorReport['byArea'][number];

export interface Figures {
  counts: Record<string, number>;
  byArea: AreaFigures[];
}

const BY_AREA = {
  opened: 'cases',
  accepted: 'accepted',
  concluded: 'concluded',
  settled: 'settled',
  overdue: 'overdue',
} satisfies Record<Exclude<keyof AreaFigures, 'areaCode'>, string>;

/** Counts facts and lists what was counted, by one and the same condition. */
@Injectable()
export class IndicatorFigures {
  /** All figures in one statement, so that they are of one moment. */
  async count(tx: EntityManager, scope: IndicatorScope): Promise<Figures> {
    const counts = indicators.map((indicator) => `(SELECT count(*)::int ${rowsOf(indicator)}) AS "${indicator.key}"`);
    const [{ byArea, ...counted }] = await tx.query(
      `SELECT ${counts.join(', ')}, (${partsOf(scope)}) AS "byArea" ${ASKED}`,
      parametersOf(scope),
    );
    return { counts: counted, byArea };
  }

  async list(
    tx: EntityManager,
    key: string,
    scope: IndicatorScope,
    limit: number,
    after: IndicatorCursor | null,
  ): Promise<Page<IndicatorRow>> {
    const indicator = getIndicator(key);
    const kind = indicator.facts === 'alert_facts' ? 'alert' : 'case';
    const [{ total, found }] = await tx.query(
      `SELECT (SELECT count(*)::int ${rowsOf(indicator)}) AS total,
         (SELECT coalesce(json_agg(page), '[]') FROM (
            SELECT id, number, state, employer_id, employer_name, area_code, level, opened_at, concluded_on ${rowsOf(indicator)}
              AND ($5::timestamptz IS NULL OR (opened_at, id) < ($5::timestamptz, $6::uuid))
            ORDER BY opened_at DESC, id DESC LIMIT $7) AS page) AS found ${ASKED}`,
      [...parametersOf(scope), after?.openedAt ?? null, after?.id ?? null, limit + 1],
    );
    const items: IndicatorRow[] = (found as FoundRow[]).slice(0, limit).map((row) => rowFrom(row, kind));
    const last = items.at(-1);
    return { items, total, next: found.length > limit && last !== undefined ? cursorAfter(last) : null };
  }
}

interface FoundRow {
  id: string;
  number: string;
  state: string;
  employer_id: string;
  employer_name: string;
  area_code: string;
  level: IndicatorRow['level'];
  opened_at: string;
  concluded_on: string | null;
}

function rowFrom(row: FoundRow, kind: IndicatorRow['kind']): IndicatorRow {
  return {
    kind,
    id: row.id,
    number: row.number,
    state: row.state,
    employer: { id: row.employer_id, name: row.employer_name },
    areaCode: row.area_code,
    level: row.level,
    openedAt: new Date(row.opened_at).toISOString(),
    concludedOn: row.concluded_on,
  };
}

/** Gives every parameter its type, whichever of them the conditions use. */
const ASKED = 'FROM (SELECT $1::date, $2::date, $3::date, $4::text) AS asked';

function parametersOf({ from, to, today, area }: IndicatorScope): (string | null)[] {
  return [from, to, today, area ?? ''];
}

function rowsOf(indicator: IndicatorDefinition): string {
  return `FROM ${indicator.facts} WHERE area_code ^@ $4::text AND (${conditionOf(indicator)})`;
}

function conditionOf({ condition }: IndicatorDefinition): string {
  return condition.replaceAll(':from', '$1::date').replaceAll(':today', '$3::date').replaceAll(':to', '$2::date');
}

function partsOf({ area }: IndicatorScope): string {
  const conditions = Object.values(BY_AREA).map((key) => `(${conditionOf(getIndicator(key))})`);
  const columns = Object.keys(BY_AREA).map((column, place) => `count(*) FILTER (WHERE ${conditions[place]})::int AS ${column}`);
  return `SELECT coalesce(json_agg(part ORDER BY part."areaCode"), '[]') FROM (
    SELECT left(area_code, ${digitsOfParts(area)}) AS "areaCode", ${columns.join(', ')}
    FROM case_facts WHERE area_code ^@ $4::text AND (${conditions.join(' OR ')})
    GROUP BY 1) AS part`;
}
