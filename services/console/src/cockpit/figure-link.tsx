import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { IndicatorReport } from '@accord/contracts';
import { withQuery } from '../api/request';

/** `part: 'below'` is what stands below the line of a rate. */
export type FigureRef = { of: string; part?: 'below' } | { step: string };

interface FigureLinkProps {
  report: IndicatorReport;
  figure: FigureRef;
  count: number;
  /** What is counted, for a screen reader. */
  label: string;
  /** Another area than the report's own, for a cell of the table by area. */
  area?: string;
}

/** A count that opens the list it was counted from. */
export function FigureLink({ report, figure, count, label, area }: FigureLinkProps): ReactNode {
  const { t } = useTranslation();
  const path = withQuery('/cockpit/list', { ...figure, from: report.from, to: report.to, area: area ?? report.area });
  return (
    <Link className="figure-link" to={path} aria-label={t('cockpit.open', { label, count })}>
      {count.toLocaleString()}
    </Link>
  );
}
