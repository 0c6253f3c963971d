import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, Outlet, useLocation } from 'react-router';
import { useLiveUpdates } from '../api/live';
import { Unreachable } from '../api/problem';
import { useMay, useSessionQuery } from '../session/session.api';
import { useReportSending } from '../alerts/report-queue';
import { KeyHelp } from './key-help';
import { LiveLight } from './live-light';
import { Mark } from './mark';
import { useNavigation } from './navigation';
import { PageBoundary } from './page-boundary';
import { PageLoading } from './page-loading';
import { ProblemPage } from './page-problem';
import { PersonMenu } from './person-menu';
import './app-shell.css';

/** The frame of every page behind the sign-in. */
export function AppShell(): ReactNode {
  const session = useSessionQuery();
  const { pathname, search } = useLocation();
  if (session.data?.mustChangePassword) return <Navigate to="/password" replace />;
  if (session.data) return <Frame />;
  if (session.isError && session.error instanceof Unreachable)
    return <ProblemPage error={session.error} onRetry={() => void session.refetch()} />;
  if (session.isPending) return <PageLoading />;
  const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
  return <Navigate to={`/sign-in${next}`} replace />;
}

function Frame(): ReactNode {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  useLiveUpdates();
  useReportSending();
  useReportAtHand();
  return (
    <div className="shell">
      <a className="shell__skip" href="#page">
        {t('shell.skip')}
      </a>
      <header className="shell__head">
        <NavLink to="/" className="shell__name" aria-label={t('product.title')}>
          <Mark /> <span>{t('product.name')}</span>
        </NavLink>
        <Places kind="bar" />
        <div className="shell__tools">
          <LiveLight />
          <PersonMenu />
        </div>
      </header>
      <main id="page" className="shell__page" tabIndex={-1}>
        <PageBoundary key={pathname}>
          <Outlet />
        </PageBoundary>
      </main>
      <Places kind="tabs" />
      <KeyHelp />
    </div>
  );
}

/** Fetches the report's page ahead, so that it opens where the network has gone. */
function useReportAtHand(): void {
  const mayRaise = useMay('alert.raise');
  useEffect(() => {
    if (mayRaise) void import('../alerts/quick-report-page').catch(() => undefined);
  }, [mayRaise]);
}

/** One list of places, drawn as a bar on a desk and as tabs under the thumb on a phone. */
function Places({ kind }: { kind: 'bar' | 'tabs' }): ReactNode {
  const { t } = useTranslation();
  const places = useNavigation().filter(({ onPhone }) => kind === 'bar' || onPhone);
  return (
    <nav className={`places places--${kind}`} aria-label={t('shell.navigation')}>
      {places.map(({ path, name, icon }) => (
        <NavLink key={path} to={path} className="places__place">
          <span aria-hidden="true">{icon}</span>
          <span className="places__name">{name}</span>
        </NavLink>
      ))}
    </nav>
  );
}
