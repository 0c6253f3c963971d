import type { ReactNode } from 'react';
import { DisconnectOutlined, FrownOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { isRefusedWith, Unreachable } from '../api/problem';
import { NoPermissionPage } from './no-permission-page';
import { NotFoundPage } from './not-found-page';
import { ProblemNotice } from './problem-notice';
import { StatePage } from './state-page';

/** For a page that could not even be loaded: its code did not come, or it broke outside its own boundary. */
export function PageProblem(): ReactNode {
  return <ProblemPage error={useRouteError()} onRetry={() => location.reload()} />;
}

export function ProblemPage({ error, onRetry }: { error: unknown; onRetry: () => void }): ReactNode {
  const { t } = useTranslation();
  // An address that names nothing that could exist is refused as bad input.
  if (isRefusedWith(error, 404) || isRefusedWith(error, 422)) return <NotFoundPage />;
  if (isRefusedWith(error, 403)) return <NoPermissionPage />;
  const unreachable = error instanceof Unreachable || !navigator.onLine;
  return (
    <StatePage
      icon={unreachable ? <DisconnectOutlined /> : <FrownOutlined />}
      title={unreachable ? t('state.unreachable') : t('state.broken')}
      actions={
        <Button type="primary" onClick={onRetry}>
          {t('state.retry')}
        </Button>
      }
    >
      <ProblemNotice error={error instanceof Error ? error : new Error(String(error))} />
    </StatePage>
  );
}
