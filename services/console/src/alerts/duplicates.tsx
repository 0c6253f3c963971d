import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AlertSummary, AlertView } from '@accord/contracts';
import { useDates } from '../i18n/dates';
import { LevelBadge } from './level-badge';

/** Alerts of the same employer within 48 hours, side by side with this one: nothing is swallowed, joining is an act. */
export function Duplicates({ alert, onJoin }: { alert: AlertView; onJoin?: () => void }): ReactNode {
  const { t } = useTranslation();
  if (alert.duplicates.length === 0) return null;
  return (
    <section className="sheet duplicates">
      <h2>{t('alert.duplicates', { count: alert.duplicates.length })}</h2>
      <div className="duplicates__side-by-side">
        <OneOf alert={alert} label={t('alert.thisOne')} />
        {alert.duplicates.map((other) => (
          <OneOf key={other.id} alert={other} label={<Link to={`/alerts/${other.id}`}>{other.alertNo}</Link>} />
        ))}
      </div>
      {onJoin && <Button onClick={onJoin}>{t('alert.joinDo')}</Button>}
    </section>
  );
}

function OneOf({ alert, label }: { alert: AlertSummary; label: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const dates = useDates();
  return (
    <div className="duplicates__one">
      <div className="duplicates__label">
        <strong>{label}</strong> <LevelBadge level={alert.level} />
      </div>
      <div>
        {t(`alertState.${alert.state}`)} · {t('alert.people', { count: alert.headCount })}
      </div>
      <div>{alert.claimTypes.map((type) => t(`claimType.${type}`)).join(t('list.comma'))}</div>
      <div className="quiet">
        {dates.moment(alert.raisedAt)} · {alert.raisedBy.name}
      </div>
    </div>
  );
}
