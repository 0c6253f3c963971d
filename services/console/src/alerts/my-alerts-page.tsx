import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { AlertSummary } from '@accord/contracts';
import { AreaName } from '../area/area-name';
import { useDates } from '../i18n/dates';
import { newDraft } from '../record/draft';
import { Empty } from '../record/empty';
import { ListFoot } from '../record/list-foot';
import { useSession } from '../session/session.api';
import { PageLoading } from '../shell/page-loading';
import { ProblemNotice } from '../shell/problem-notice';
import { useAlerts } from './alerts.api';
import { LevelBadge } from './level-badge';
import { QueuedReports } from './queued-reports';
import type { Report } from './report';
import { useWhatBecame } from './what-became';
import '../record/rows.css';
import './my-alerts.css';

/** 我的上报: what I raised, and what became of it. */
export function MyAlertsPage(): ReactNode {
  const { t } = useTranslation();
  const alerts = useAlerts({ mine: 'true' });
  const { staff } = useSession();
  const navigate = useNavigate();
  const recall = (report: Report): void => {
    newDraft(staff.id, 'report', report);
    void navigate('/report');
  };
  if (alerts.isPending) return <PageLoading />;
  const rows = alerts.data?.rows ?? [];
  return (
    <div className="page my-alerts">
      <header className="page__head">
        <h1>{t('nav.myAlerts')}</h1>
      </header>
      <QueuedReports onRecall={recall} />
      <ProblemNotice error={alerts.error} />
      {rows.length === 0 && (
        <Empty title={t('alert.noneMine')}>
          <Link to="/report">{t('alert.raiseFirst')}</Link>
        </Empty>
      )}
      <ul className="my-alerts__list">
        {rows.map((alert) => (
          <MyAlert key={alert.id} alert={alert} />
        ))}
      </ul>
      <ListFoot
        shown={rows.length}
        total={alerts.data?.pages[0]?.total ?? 0}
        hasMore={alerts.hasNextPage}
        loading={alerts.isFetchingNextPage}
        onMore={() => void alerts.fetchNextPage()}
      />
    </div>
  );
}

function MyAlert({ alert }: { alert: AlertSummary }): ReactNode {
  const { t } = useTranslation();
  const dates = useDates();
  const whatBecame = useWhatBecame();
  return (
    <li className="sheet my-alert">
      <div className="my-alert__head">
        <LevelBadge level={alert.level} />
        <strong>{t(`alertState.${alert.state}`)}</strong>
        <span className="quiet">{dates.moment(alert.raisedAt)}</span>
      </div>
      <Link to={`/alerts/${alert.id}`} className="my-alert__employer" data-row>
        {alert.employer.name}
      </Link>
      <div className="quiet">
        {alert.alertNo} · {t('alert.people', { count: alert.headCount })} ·{' '}
        {alert.claimTypes.map((type) => t(`claimType.${type}`)).join(t('list.comma'))} · <AreaName code={alert.areaCode} />
      </div>
      <p>{whatBecame(alert)}</p>
    </li>
  );
}
