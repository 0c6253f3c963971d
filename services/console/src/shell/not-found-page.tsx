import type { ReactNode } from 'react';
import { FileUnknownOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatePage } from './state-page';

export function NotFoundPage(): ReactNode {
  const { t } = useTranslation();
  return (
    <StatePage icon={<FileUnknownOutlined />} title={t('state.notFound')} actions={<Link to="/">{t('state.home')}</Link>}>
      {t('state.notFoundWhy')}
    </StatePage>
  );
}
