import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseSummary } from '@accord/contracts';
import { LevelBadge } from '../alerts/level-badge';
import { AreaName } from '../area/area-name';
import { useDates } from '../i18n/dates';
import { useSay } from '../i18n/language';
import { Due } from '../record/due';

export function CaseTableHead(): ReactNode {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th>{t('case.case')}</th>
        <th>{t('case.state')}</th>
        <th>{t('case.nextDue')}</th>
        <th>{t('alert.claims')}</th>
        <th className="num">{t('alert.headCount')}</th>
        <th>{t('case.mediator')}</th>
        <th>{t('case.opened')}</th>
      </tr>
    </thead>
  );
}

export function CaseRow({ mediation, gone }: { mediation: CaseSummary; gone: boolean }): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  const dates = useDates();
  const { nextDue } = mediation;
  return (
    <tr className={gone ? 'is-gone' : undefined}>
      <td className="full">
        <Link to={`/cases/${mediation.id}`} className="rows__link" data-row>
          {mediation.employer.name}
        </Link>
        <div className="rows__sub">
          {mediation.caseNo} · <AreaName code={mediation.areaCode} />
        </div>
      </td>
      <td>
        <span className="case-row__state">
          {t(`caseState.${mediation.state}`)}
          {mediation.alertLevel !== null && <LevelBadge level={mediation.alertLevel} />}
        </span>
      </td>
      <td className={nextDue === null ? 'case-row__no-due' : undefined}>
        {nextDue !== null && (
          <>
            <Due dueAt={nextDue.dueAt} provisional={nextDue.provisional} />
            <div className="rows__sub">{say(nextDue.name)}</div>
          </>
        )}
      </td>
      <td>{mediation.claimTypes.map((type) => t(`claimType.${type}`)).join(t('list.comma'))}</td>
      <td className="num">
        {t('alert.people', { count: mediation.headCount })}
        {mediation.collective && <div className="rows__sub">{t('case.collective')}</div>}
      </td>
      <td>{mediation.mediator?.name ?? <span className="quiet">{t('case.unassigned')}</span>}</td>
      <td className="rows__sub">{dates.moment(mediation.openedAt)}</td>
    </tr>
  );
}
