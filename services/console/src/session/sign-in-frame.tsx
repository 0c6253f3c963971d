import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../shell/language-switch';
import { Mark } from '../shell/mark';
import './sign-in.css';

/** The quiet page around everything that happens before the shell. */
export function SignInFrame({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="sign-in">
      <header className="sign-in__head">
        <span className="sign-in__name">
          <Mark /> {t('product.name')}
        </span>
        <LanguageSwitch />
      </header>
      <main className="sign-in__card">
        <h1>{title}</h1>
        {children}
      </main>
      <footer className="sign-in__foot">{t('product.title')}</footer>
    </div>
  );
}
