import { type ReactNode, useEffect, useRef } from 'react';
import { CheckCircleOutlined, CloudUploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AlertView } from '@accord/contracts';
import { useAlertQuery } from './alerts.api';
import { CaseLink } from './case-link';
import { LevelBadge } from './level-badge';
import { useWhatBecame } from './what-became';

interface ReportOutcomeProps {
  outcome: AlertView | 'queued';
  onAnother: () => void;
}

/** What the officer has achieved, and what happens next. */
export function ReportOutcome({ outcome, onAnother }: ReportOutcomeProps): ReactNode {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="sheet outcome">
      <div className="outcome__icon" aria-hidden="true">
        {outcome === 'queued' ? <CloudUploadOutlined /> : <CheckCircleOutlined />}
      </div>
      <h2 tabIndex={-1} ref={heading}>
        {outcome === 'queued' ? t('report.queued') : t('report.sent')}
      </h2>
      {outcome === 'queued' ? <p>{t('report.queuedWhy')}</p> : <Received raised={outcome} />}
      <div className="outcome__actions">
        <Button type="primary" size="large" onClick={onAnother}>
          {t('report.another')}
        </Button>
        <Link to="/my-alerts">{t('nav.myAlerts')}</Link>
      </div>
    </section>
  );
}

function Received({ raised }: { raised: AlertView }): ReactNode {
  const { t } = useTranslation();
  const alert = useAlertQuery(raised.id).data ?? raised;
  const whatBecame = useWhatBecame();
  return (
    <>
      <p className="outcome__number">
        <span className="quiet">{t('alert.number')}</span> <Link to={`/alerts/${alert.id}`}>{alert.alertNo}</Link>{' '}
        <LevelBadge level={alert.level} />
      </p>
      <p>{alert.employer.name}</p>
      <p className="outcome__next">
        <strong>{t('report.next')}</strong> {whatBecame(alert)}
      </p>
      <CaseLink caseId={alert.caseId} />
    </>
  );
}
