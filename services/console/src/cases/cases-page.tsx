import { type ReactNode, useRef, useState } from 'react';
import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { CaseState } from '@accord/contracts';
import { AreaField } from '../area/area-field';
import { Empty } from '../record/empty';
import { type Filter, useFilter } from '../record/filter';
import { useHeldRows } from '../record/held-rows';
import { ListFoot } from '../record/list-foot';
import { NewRows } from '../record/new-rows';
import { useRowKeys } from '../record/row-keys';
import { SearchField } from '../record/search-field';
import { useMay } from '../session/session.api';
import { PageLoading } from '../shell/page-loading';
import { ProblemNotice } from '../shell/problem-notice';
import { CaseRow, CaseTableHead } from './case-row';
import { useCases } from './cases.api';
import { OpenCaseForm } from './open-case-form';
import '../record/rows.css';
import './case.css';

type CaseFilterName = 'state' | 'area' | 'mediator' | 'overdue' | 'q';

export function CasesPage(): ReactNode {
  const { t } = useTranslation();
  const filter = useFilter<CaseFilterName>(['state', 'area', 'mediator', 'overdue', 'q']);
  const [opening, setOpening] = useState(false);
  return (
    <div className="page">
      <header className="page__head">
        <h1>{t('nav.cases')}</h1>
        {useMay('case.open') && (
          <Button icon={<PlusOutlined />} onClick={() => setOpening(true)}>
            {t('case.open')}
          </Button>
        )}
        <span className="grow" />
        <CaseFilters filter={filter} />
      </header>
      <CaseTable filter={filter} />
      {opening && <OpenCaseForm onClose={() => setOpening(false)} />}
    </div>
  );
}

function CaseFilters({ filter: { values, set } }: { filter: Filter<CaseFilterName> }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="filters" role="search" aria-label={t('state.filters')}>
      <SearchField label={t('case.search')} value={values.q ?? ''} onSearch={(q) => set({ q })} />
      <Select
        aria-label={t('case.state')}
        placeholder={t('case.anyState')}
        allowClear
        value={values.state}
        onChange={(state: string | undefined) => set({ state: state ?? null })}
        options={CaseState.options.map((value) => ({ value, label: t(`caseState.${value}`) }))}
      />
      <AreaField clearable value={values.area ?? null} onChange={(area) => set({ area })} />
      <Checkbox checked={values.mediator === 'me'} onChange={({ target }) => set({ mediator: target.checked ? 'me' : null })}>
        {t('case.mine')}
      </Checkbox>
      <Checkbox checked={values.overdue === 'true'} onChange={({ target }) => set({ overdue: target.checked ? 'true' : null })}>
        {t('case.overdue')}
      </Checkbox>
    </div>
  );
}

function CaseTable({ filter: { values, clear } }: { filter: Filter<CaseFilterName> }): ReactNode {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const cases = useCases({
    state: CaseState.safeParse(values.state).data,
    area: values.area,
    mediator: values.mediator === 'me' ? 'me' : undefined,
    overdue: values.overdue === 'true' ? 'true' : undefined,
    q: values.q,
  });
  const pages = cases.data?.pages ?? [];
  const key = cases.isPlaceholderData ? '' : JSON.stringify([values, pages.length]);
  const { rows, waiting, gone, show } = useHeldRows(cases.data?.rows, key, table);
  useRowKeys(table);

  if (cases.isPending) return <PageLoading />;
  return (
    <>
      <ProblemNotice error={cases.error} />
      <NewRows waiting={waiting} text={t('case.newCases', { count: waiting })} onShow={show} />
      {rows.length === 0 ? (
        <Empty title={t('case.none')}>
          {Object.keys(values).length > 0 ? <Button onClick={clear}>{t('state.clearFilters')}</Button> : t('case.noneWhy')}
        </Empty>
      ) : (
        <table className="rows" ref={table}>
          <CaseTableHead />
          <tbody>
            {rows.map((mediation) => (
              <CaseRow key={mediation.id} mediation={mediation} gone={gone.has(mediation.id)} />
            ))}
          </tbody>
        </table>
      )}
      <ListFoot
        shown={rows.length}
        total={pages[0]?.total ?? 0}
        hasMore={cases.hasNextPage}
        loading={cases.isFetchingNextPage}
        onMore={() => void cases.fetchNextPage()}
      />
    </>
  );
}
