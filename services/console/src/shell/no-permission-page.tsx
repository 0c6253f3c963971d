import type { ReactNode } from 'react';
import { LockOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatePage } from './state-page';

export function NoPermissionPage({ permission }: { permission?: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <StatePage icon={<LockOutlined />} title={t('state.noPermission')} actions={<Link to="/">{t('state.home')}</Link>}>
      <p>{t('state.noPermissionWhy')}</p>
      {permission && <p className="quiet">{t('state.permissionNamed', { permission })}</p>}
    </StatePage>
  );
}
