import type { ReactNode } from 'react';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

export function PageLoading(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="page-loading" role="status" aria-label={t('state.loading')}>
      <Skeleton active title={{ width: '32%' }} paragraph={{ rows: 2 }} />
      <Skeleton active title={false} paragraph={{ rows: 6 }} />
    </div>
  );
}
