import { type ReactNode, useRef } from 'react';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { AlertLevel, AlertState } from '@accord/contracts';
import { AreaField } from '../area/area-field';
import { Empty } from '../record/empty';
import { type Filter, useFilter } from '../record/filter';
import { useHeldRows } from '../record/held-rows';
import { ListFoot } from '../record/list-foot';
import { NewRows } from '../record/new-rows';
import { useRowKeys } from '../record/row-keys';
import { SearchField } from '../record/search-field';
import { PageLoading } from '../shell/page-loading';
import { ProblemNotice } from '../shell/problem-notice';
import { AlertRow, AlertTableHead } from './alert-row';
import { useAlerts } from './alerts.api';
import '../record/rows.css';

type AlertFilterName = 'state' | 'level' | 'area' | 'q';

/** 预警台账: every alert of the reader's area. */
export function AlertsPage(): ReactNode {
  const { t } = useTranslation();
  const filter = useFilter<AlertFilterName>(['state', 'level', 'area', 'q']);
  return (
    <div className="page">
      <header className="page__head">
        <h1>{t('nav.alerts')}</h1>
        <span className="grow" />
        <AlertFilters filter={filter} />
      </header>
      <AlertTable filter={filter} />
    </div>
  );
}

function AlertFilters({ filter: { values, set } }: { filter: Filter<AlertFilterName> }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="filters" role="search" aria-label={t('state.filters')}>
      <SearchField label={t('alert.search')} value={values.q ?? ''} onSearch={(q) => set({ q })} />
      <Select
        aria-label={t('alert.state')}
        placeholder={t('alert.anyState')}
        allowClear
        value={values.state}
        onChange={(state: string | undefined) => set({ state: state ?? null })}
        options={AlertState.options.map((value) => ({ value, label: t(`alertState.${value}`) }))}
      />
      <Select
        aria-label={t('alert.level')}
        placeholder={t('alert.anyLevel')}
        allowClear
        value={values.level}
        onChange={(level: string | undefined) => set({ level: level ?? null })}
        options={AlertLevel.options.toReversed().map((value) => ({ value, label: t(`level.${value}`) }))}
      />
      <AreaField clearable value={values.area ?? null} onChange={(area) => set({ area })} />
    </div>
  );
}

function AlertTable({ filter: { values, clear } }: { filter: Filter<AlertFilterName> }): ReactNode {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const state = AlertState.safeParse(values.state).data;
  const alerts = useAlerts({ state, level: AlertLevel.safeParse(values.level).data, area: values.area, q: values.q });
  const pages = alerts.data?.pages ?? [];
  const key = alerts.isPlaceholderData ? '' : JSON.stringify([values, pages.length]);
  const { rows, waiting, gone, show } = useHeldRows(alerts.data?.rows, key, table);
  useRowKeys(table);

  if (alerts.isPending) return <PageLoading />;
  return (
    <>
      <ProblemNotice error={alerts.error} />
      <NewRows waiting={waiting} text={t('state.newRows', { count: waiting })} onShow={show} />
      {rows.length === 0 ? (
        <Empty title={t('alert.none')}>
          {Object.keys(values).length > 0 ? <Button onClick={clear}>{t('state.clearFilters')}</Button> : t('alert.noneWhy')}
        </Empty>
      ) : (
        <table className="rows" ref={table}>
          <AlertTableHead />
          <tbody>
            {rows.map((alert) => (
              <AlertRow key={alert.id} alert={alert} gone={gone.has(alert.id)} />
            ))}
          </tbody>
        </table>
      )}
      <ListFoot
        shown={rows.length}
        total={pages[0]?.total ?? 0}
        hasMore={alerts.hasNextPage}
        loading={alerts.isFetchingNextPage}
        onMore={() => void alerts.fetchNextPage()}
      />
    </>
  );
}
