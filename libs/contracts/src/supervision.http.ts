import { z } from 'zod';
import { CaseState } from './disputes.http';
import { Paging, pageOf } from './page';
import { AlertLevel, AreaCode, BusinessDate, EmployerRef, Instant, LocalisedText } from './vocabulary';

/** A figure with what it was computed from. `rate` is null where fewer than five stand below the line (counts stay visible). */
export const Indicator = z.object({
  key: z.string(),
  name: LocalisedText,
  definition: LocalisedText,
  definitionVersion: z.int(),
  unit: z.enum(['cases', 'alerts', 'people']),
  numerator: z.int(),
  denominator: z.int().nullable(),
  rate: z.number().nullable(),
  list: z.string().meta({ description: 'Path and query of the list that this figure opens; its `total` equals the numerator.' }),
  denominatorList: z
    .string()
    .nullable()
    .meta({ description: 'The same for what stands below the line; null for a plain count.' }),
});
export type Indicator = z.infer<typeof Indicator>;

export const IndicatorQuery = z.object({
  from: BusinessDate.optional(),
  to: BusinessDate.optional().meta({ description: 'Inclusive. Default: this calendar year until today.' }),
  area: AreaCode.optional(),
});
export type IndicatorQuery = z.infer<typeof IndicatorQuery>;

export const IndicatorReport = z.object({
  from: BusinessDate,
  to: BusinessDate,
  area: AreaCode.nullable(),
  asOf: Instant,
  indicators: z.array(Indicator),
  funnel: z.array(
    z.object({ step: z.enum(['alerts', 'escalated', 'cases', 'accepted', 'settled']), count: z.int(), list: z.string() }),
  ),
  byArea: z.array(
    z.object({ areaCode: AreaCode, opened: z.int(), accepted: z.int(), concluded: z.int(), settled: z.int(), overdue: z.int() }),
  ),
  overdue: z.int(),
});
export type IndicatorReport = z.infer<typeof IndicatorReport>;

export const IndicatorListQuery = Paging.extend(IndicatorQuery.shape);
export type IndicatorListQuery = z.infer<typeof IndicatorListQuery>;

/** A row behind a figure. */
export const IndicatorRow = z.object({
  kind: z.enum(['alert', 'case']),
  id: z.uuid(),
  number: z.string(),
  state: z.union([CaseState, z.string()]),
  employer: EmployerRef,
  areaCode: AreaCode,
  level: AlertLevel.nullable(),
  openedAt: Instant,
  concludedOn: BusinessDate.nullable(),
});
export type IndicatorRow = z.infer<typeof IndicatorRow>;

export const IndicatorRows = pageOf(IndicatorRow);
