import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorReport } from '@accord/contracts';
import { AreaName } from '../area/area-name';
import { useDates } from '../i18n/dates';
import { useFilter } from '../record/filter';
import { PageLoading } from '../shell/page-loading';
import { ProblemNotice } from '../shell/problem-notice';
import { ByArea } from './by-area';
import { CockpitFilters } from './cockpit-filters';
import { Figures } from './figures';
import { Funnel } from './funnel';
import { useIndicators } from './indicators.api';
import { askedFor, type CockpitFilterName } from './period';
import './cockpit.css';

/** 驾驶舱: how things stand, each figure down to its list. */
export function CockpitPage(): ReactNode {
  const { t } = useTranslation();
  const filter = useFilter<CockpitFilterName>(['from', 'to', 'area']);
  const report = useIndicators(askedFor(filter));
  return (
    <div className="page cockpit">
      <header className="page__head">
        <h1>{t('nav.cockpit')}</h1>
        <span className="grow" />
        <CockpitFilters filter={filter} shown={report.data} />
      </header>
      <ProblemNotice error={report.error} />
      {report.isPending && <PageLoading />}
      {report.data && <Shown report={report.data} />}
    </div>
  );
}

function Shown({ report }: { report: IndicatorReport }): ReactNode {
  const { t } = useTranslation();
  const dates = useDates();
  return (
    <>
      <p className="cockpit__scope">
        <strong>
          {report.area === null ? t('area.all') : <AreaName code={report.area} />} · {dates.day(report.from)} –{' '}
          {dates.day(report.to)}
        </strong>
        <span className="quiet">{t('cockpit.asOf', { when: dates.moment(report.asOf) })}</span>
      </p>
      <Figures report={report} />
      <Funnel report={report} />
      <ByArea report={report} />
    </>
  );
}
