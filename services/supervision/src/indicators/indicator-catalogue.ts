import { alertIndicators } from './alerts.definition';
import { caseIndicators } from './cases.definition';
import type { IndicatorDefinition } from './indicator-definition';
import { IndicatorNotFound } from './indicators.errors';
import { successRateIndicators } from './success-rates.definition';
import { timelinessIndicators } from './timeliness.definition';

/** Every figure that supervisors see, in the order in which they see it. */
export const indicators: readonly IndicatorDefinition[] = [
  ...alertIndicators,
  ...caseIndicators,
  ...successRateIndicators,
  ...timelinessIndicators,
];

export function getIndicator(key: string): IndicatorDefinition {
  const definition = indicators.find((indicator) => indicator.key === key);
  if (definition === undefined)
    throw new IndicatorNotFound(
      key,
      indicators.map((indicator) => indicator.key),
    );
  return definition;
}
