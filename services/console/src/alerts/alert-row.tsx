import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AlertSummary } from '@accord/contracts';
import { AreaName } from '../area/area-name';
import { useDates } from '../i18n/dates';
import { Due } from '../record/due';
import { LevelBadge } from './level-badge';

export function AlertTableHead(): ReactNode {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th>{t('alert.level')}</th>
        <th>{t('alert.employer')}</th>
        <th>{t('alert.claims')}</th>
        <th className="num">{t('alert.headCount')}</th>
        <th>{t('alert.state')}</th>
        <th>{t('alert.raised')}</th>
      </tr>
    </thead>
  );
}

export function AlertRow({ alert, gone }: { alert: AlertSummary; gone: boolean }): ReactNode {
  const { t } = useTranslation();
  const dates = useDates();
  return (
    <tr className={gone ? 'is-gone' : undefined}>
      <td>
        <LevelBadge level={alert.level} />
      </td>
      <td className="full">
        <Link to={`/alerts/${alert.id}`} className="rows__link" data-row>
          {alert.employer.name}
        </Link>
        <div className="rows__sub">
          {alert.alertNo} · <AreaName code={alert.areaCode} />
        </div>
      </td>
      <td>{alert.claimTypes.map((type) => t(`claimType.${type}`)).join(t('list.comma'))}</td>
      <td className="num">{t('alert.people', { count: alert.headCount })}</td>
      <td>
        {t(`alertState.${alert.state}`)}{' '}
        {alert.acknowledgeBy !== null && alert.state === 'raised' && <Due dueAt={alert.acknowledgeBy} />}
      </td>
      <td className="rows__sub">
        {dates.moment(alert.raisedAt)} · {alert.raisedBy.name}
      </td>
    </tr>
  );
}
