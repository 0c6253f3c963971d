import { type ReactNode, useRef, useState } from 'react';
import { PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Role, type StaffMemberView } from '@accord/contracts';
import { Empty } from '../record/empty';
import { useFilter } from '../record/filter';
import { ListFoot } from '../record/list-foot';
import { useRowKeys } from '../record/row-keys';
import { SearchField } from '../record/search-field';
import { PageLoading } from '../shell/page-loading';
import { ProblemNotice } from '../shell/problem-notice';
import { CreateStaffForm } from './create-staff-form';
import { StaffRow } from './staff-row';
import { useStaff } from './staff.api';
import '../record/rows.css';
import './staff.css';

/** Who works here, and what each may do where. */
export function StaffPage(): ReactNode {
  const { t } = useTranslation();
  const { values, set } = useFilter<'q' | 'role'>(['q', 'role']);
  const [creating, setCreating] = useState(false);
  return (
    <div className="page">
      <header className="page__head">
        <h1>{t('nav.staff')}</h1>
        <Button icon={<PlusOutlined />} onClick={() => setCreating(true)}>
          {t('staff.create')}
        </Button>
        <span className="grow" />
        <div className="filters" role="search" aria-label={t('state.filters')}>
          <SearchField label={t('staff.search')} value={values.q ?? ''} onSearch={(q) => set({ q })} />
          <Select
            aria-label={t('staff.role')}
            placeholder={t('staff.anyRole')}
            allowClear
            value={values.role}
            onChange={(role: string | undefined) => set({ role: role ?? null })}
            options={Role.options.map((value) => ({ value, label: t(`role.${value}`) }))}
          />
        </div>
      </header>
      <StaffTable q={values.q} role={Role.safeParse(values.role).data} />
      {creating && <CreateStaffForm onClose={() => setCreating(false)} />}
    </div>
  );
}

function StaffTable({ q, role }: { q?: string; role?: Role }): ReactNode {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const staff = useStaff({ q, role });
  useRowKeys(table);
  if (staff.isPending) return <PageLoading />;
  const rows: StaffMemberView[] = staff.data?.rows ?? [];
  return (
    <>
      <ProblemNotice error={staff.error} />
      {rows.length === 0 && staff.isSuccess && <Empty title={t('staff.none')} />}
      {rows.length > 0 && (
        <table className="rows" ref={table}>
          <thead>
            <tr>
              <th>{t('staff.name')}</th>
              <th>{t('staff.grants')}</th>
              <th>{t('staff.state')}</th>
              <th>{t('record.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((member) => (
              <StaffRow key={member.id} member={member} />
            ))}
          </tbody>
        </table>
      )}
      <ListFoot
        shown={rows.length}
        total={staff.data?.pages[0]?.total ?? 0}
        hasMore={staff.hasNextPage}
        loading={staff.isFetchingNextPage}
        onMore={() => void staff.fetchNextPage()}
      />
    </>
  );
}
