import type { ReactNode } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { RouterProvider } from 'react-router';
import { queryClient } from '../api/query-client';
import { useLanguage } from '../i18n/language';
import { useAppearance, useDark, usePhone } from './appearance';
import { routes } from './routes';
import { themeFor } from './theme';

const ANT_WORDS = { zh: zhCN, en: enUS };

export function Console(): ReactNode {
  const { language } = useLanguage();
  const { largeType } = useAppearance();
  const look = themeFor({ dark: useDark(), phone: usePhone(), largeType });

  return (
    <ConfigProvider theme={look} locale={ANT_WORDS[language]} button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={routes} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
