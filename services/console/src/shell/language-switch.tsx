import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useLanguage } from '../i18n/language';

/** Always written in the language that it leads to. */
export function LanguageSwitch(): ReactNode {
  const { language, change } = useLanguage();
  return language === 'zh' ? (
    <Button type="text" lang="en" onClick={() => change('en')}>
      English
    </Button>
  ) : (
    <Button type="text" lang="zh-CN" onClick={() => change('zh')}>
      中文
    </Button>
  );
}
