import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AlertState, CaseState, type IndicatorReport, type IndicatorRow, type LocalisedText } from '@accord/contracts';
import { LevelBadge } from '../alerts/level-badge';
import { withQuery } from '../api/request';
import { AreaName } from '../area/area-name';
import { useDates } from '../i18n/dates';
import { useSay } from '../i18n/language';
import { Empty } from '../record/empty';
import { useFilter } from '../record/filter';
import { ListFoot } from '../record/list-foot';
import { useRowKeys } from '../record/row-keys';
import { NotFoundPage } from '../shell/not-found-page';
import { PageLoading } from '../shell/page-loading';
import { ProblemNotice } from '../shell/problem-notice';
import { useFigureRows, useIndicators } from './indicators.api';
import { askedFor, type CockpitFilterName } from './period';
import '../record/rows.css';
import './cockpit.css';

/** The list behind a figure; its length is the figure. */
export function FigureListPage(): ReactNode {
  const { t } = useTranslation();
  const dates = useDates();
  const figureName = useFigureName();
  const filter = useFilter<CockpitFilterName>(['from', 'to', 'area', 'of', 'step', 'part']);
  const report = useIndicators(askedFor(filter));
  if (report.isPending) return <PageLoading />;
  if (report.isError) return <ProblemNotice error={report.error} />;
  const figure = figureOf(report.data, filter.values);
  if (figure === undefined) return <NotFoundPage />;
  return (
    <div className="page">
      <Link to={withQuery('/cockpit', { from: filter.values.from, to: filter.values.to, area: filter.values.area })}>
        {t('cockpit.back')}
      </Link>
      <header className="page__head">
        <h1>{figureName(figure)}</h1>
        <span className="quiet">
          {report.data.area === null ? t('area.all') : <AreaName code={report.data.area} />} · {dates.day(report.data.from)} –{' '}
          {dates.day(report.data.to)}
        </span>
      </header>
      <FigureRows path={figure.list} />
    </div>
  );
}

interface Figure {
  name: LocalisedText | IndicatorReport['funnel'][number]['step'];
  below: boolean;
  list: string;
}

function figureOf(report: IndicatorReport, { of, step, part }: Partial<Record<CockpitFilterName, string>>): Figure | undefined {
  const inFunnel = report.funnel.find((one) => one.step === step);
  if (inFunnel !== undefined) return { name: inFunnel.step, below: false, list: inFunnel.list };
  const indicator = report.indicators.find(({ key }) => key === of);
  if (indicator === undefined) return undefined;
  const below = part === 'below' && indicator.denominatorList !== null;
  return { name: indicator.name, below, list: (below ? indicator.denominatorList : null) ?? indicator.list };
}

function useFigureName(): (figure: Figure) => string {
  const { t } = useTranslation();
  const say = useSay();
  return ({ name, below }) => {
    if (typeof name === 'string') return t(`cockpit.steps.${name}`);
    return below ? t('cockpit.below', { name: say(name) }) : say(name);
  };
}

function FigureRows({ path }: { path: string }): ReactNode {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const list = useFigureRows(path);
  useRowKeys(table);
  if (list.isPending) return <PageLoading />;
  if (list.isError) return <ProblemNotice error={list.error} />;
  const { rows, pages } = list.data;
  if (rows.length === 0) return <Empty title={t('cockpit.noRows')} />;
  return (
    <>
      <table className="rows" ref={table}>
        <thead>
          <tr>
            <th>{t('alert.employer')}</th>
            <th>{t('alert.level')}</th>
            <th>{t('case.state')}</th>
            <th>{t('case.opened')}</th>
            <th>{t('cockpit.concludedOn')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.kind + row.id} row={row} />
          ))}
        </tbody>
      </table>
      <ListFoot
        shown={rows.length}
        total={pages[0]?.total ?? 0}
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}

function Row({ row }: { row: IndicatorRow }): ReactNode {
  const { t } = useTranslation();
  const dates = useDates();
  return (
    <tr>
      <td className="full">
        <Link className="rows__link" data-row to={row.kind === 'alert' ? `/alerts/${row.id}` : `/cases/${row.id}`}>
          {row.employer.name}
        </Link>
        <div className="rows__sub">
          {row.number} · <AreaName code={row.areaCode} />
        </div>
      </td>
      <td>{row.level !== null && <LevelBadge level={row.level} />}</td>
      <td>
        <StateName kind={row.kind} state={row.state} />
      </td>
      <td className="rows__sub" data-label={t('case.opened')}>
        {dates.moment(row.openedAt)}
      </td>
      <td className="rows__sub" data-label={row.concludedOn === null ? undefined : t('cockpit.concludedOn')}>
        {row.concludedOn !== null && dates.day(row.concludedOn)}
      </td>
    </tr>
  );
}

function StateName({ kind, state }: Pick<IndicatorRow, 'kind' | 'state'>): ReactNode {
  const { t } = useTranslation();
  const ofAlert = AlertState.safeParse(state);
  const ofCase = CaseState.safeParse(state);
  if (kind === 'alert' && ofAlert.success) return t(`alertState.${ofAlert.data}`);
  return ofCase.success ? t(`caseState.${ofCase.data}`) : state;
}
