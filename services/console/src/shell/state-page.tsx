import type { ReactNode } from 'react';
import './state-page.css';

interface StatePageProps {
  icon: ReactNode;
  title: string;
  /** Inside a page that has its own title. */
  within?: boolean;
  children?: ReactNode;
  actions?: ReactNode;
}

/** A page that has nothing to show and says why, with a way on. */
export function StatePage({ icon, title, within = false, children, actions }: StatePageProps): ReactNode {
  const Heading = within ? 'h2' : 'h1';
  return (
    <section className="state-page">
      <div className="state-page__icon" aria-hidden="true">
        {icon}
      </div>
      <Heading className="state-page__title">{title}</Heading>
      {children && <div className="state-page__text">{children}</div>}
      {actions && <div className="state-page__actions">{actions}</div>}
    </section>
  );
}
