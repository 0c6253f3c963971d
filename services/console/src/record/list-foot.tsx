import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface ListFootProps {
  shown: number;
  total: number;
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
}

export function ListFoot({ shown, total, hasMore, loading, onMore }: ListFootProps): ReactNode {
  const { t } = useTranslation();
  if (total === 0) return null;
  return (
    <div className="list-foot">
      <span className="quiet">{hasMore ? t('state.shown', { shown, count: total }) : t('state.total', { count: total })}</span>
      {hasMore && (
        <Button onClick={onMore} loading={loading}>
          {t('state.more')}
        </Button>
      )}
    </div>
  );
}
