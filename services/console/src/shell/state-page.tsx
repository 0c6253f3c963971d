import type { ReactNode } from 'react';
import './state-page.css';

interface StatePageProps {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

/** A page that has nothing to show and says why, with a way on. */
export function StatePage({ icon, title, children, actions }: StatePageProps): ReactNode {
  return (
    <section className="state-page">
      <div className="state-page__icon" aria-hidden="true">
        {icon}
      </div>
      <h1>{title}</h1>
      {children && <div className="state-page__text">{children}</div>}
      {actions && <div className="state-page__actions">{actions}</div>}
    </section>
  );
}
