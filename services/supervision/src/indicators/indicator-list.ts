import type { IndicatorScope } from './indicator-scope.rules';

/** Path and query of the list behind a figure, in the very scope that the figure was counted in. */
export function listOf(key: string, { from, to, area }: IndicatorScope): string {
  const query = new URLSearchParams({ from, to, ...(area === null ? {} : { area }) });
  return `/api/supervision/indicators/${key}/rows?${query}`;
}
