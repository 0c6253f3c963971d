import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type AlertAction, type AlertView } from '@accord/contracts';
import { AreaName } from '../area/area-name';
import { useDates } from '../i18n/dates';
import { useSay } from '../i18n/language';
import { ActionBar } from '../record/action-bar';
import { useChosenAction } from '../record/chosen-action';
import { Due } from '../record/due';
import { Fact, Facts } from '../record/facts';
import { Timeline } from '../record/timeline';
import { useRequiredParam } from '../shell/use-required-param';
import { AlertForm } from './alert-forms';
import { useAlert } from './alerts.api';
import { CaseLink } from './case-link';
import { Duplicates } from './duplicates';
import { LevelBadge } from './level-badge';
import { useSignNames } from './sign-names';
import { useWhatBecame } from './what-became';
import '../record/rows.css';
import '../record/record-page.css';

const ORDER = ['acknowledge', 'verify', 'escalate', 'join', 'regrade', 'standDown'] satisfies AlertAction[];

export function AlertPage(): ReactNode {
  const alert = useAlert(useRequiredParam('id'));
  const [chosen, choose] = useChosenAction(alert.allowedActions);
  return (
    <article className="page record">
      <AlertHead alert={alert} />
      <ActionBar allowed={alert.allowedActions} order={ORDER} onChoose={choose} />
      <div className="record__columns">
        <div className="record__main">
          <Duplicates alert={alert} onJoin={alert.allowedActions.includes('join') ? () => choose('join') : undefined} />
          <AlertFacts alert={alert} />
        </div>
        <Timeline entries={alert.timeline} />
      </div>
      {chosen !== null && <AlertForm key={chosen} alert={alert} action={chosen} onClose={() => choose(null)} />}
    </article>
  );
}

function AlertHead({ alert }: { alert: AlertView }): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  const whatBecame = useWhatBecame();
  return (
    <header className="record__head sheet">
      <div className="record__title">
        <h1>{alert.employer.name}</h1>
        <LevelBadge level={alert.level} large />
        <span className="record__state">{t(`alertState.${alert.state}`)}</span>
      </div>
      <div className="quiet">
        {alert.alertNo} · <AreaName code={alert.areaCode} /> · {t('alert.people', { count: alert.headCount })}
      </div>
      <p className="record__why">
        {say(alert.grading.because)}{' '}
        <span className="quiet">{t('report.ruleVersion', { version: alert.grading.ruleVersion })}</span>
        {alert.grading.overruledBy !== null && <span> {t('alert.overruled', { reason: alert.grading.overruledBy })}</span>}
      </p>
      <p className="record__next">
        {whatBecame(alert)} {alert.state === 'raised' && alert.acknowledgeBy !== null && <Due dueAt={alert.acknowledgeBy} />}
        <CaseLink caseId={alert.caseId} />
        {alert.joinedInto !== null && <Link to={`/alerts/${alert.joinedInto}`}>{t('alert.openLead')}</Link>}
      </p>
    </header>
  );
}

function AlertFacts({ alert }: { alert: AlertView }): ReactNode {
  const { t } = useTranslation();
  const dates = useDates();
  const signs = useSignNames()(alert.signs);
  return (
    <section className="sheet">
      <h2>{t('alert.facts')}</h2>
      <Facts>
        <Fact wide name={t('report.observed')}>
          {alert.observed}
        </Fact>
        <Fact name={t('alert.claims')}>{alert.claimTypes.map((type) => t(`claimType.${type}`)).join(t('list.comma'))}</Fact>
        <Fact name={t('report.signs')}>{signs.length === 0 ? t('alert.noSigns') : signs.join(t('list.comma'))}</Fact>
        <Fact name={t('alert.headCount')}>{t('alert.people', { count: alert.headCount })}</Fact>
        <Fact name={t('alert.occurred')}>{dates.moment(alert.occurredAt)}</Fact>
        {alert.place !== null && <Fact name={t('alert.place')}>{alert.place}</Fact>}
        <Fact name={t('alert.source')}>{t(`alertSource.${alert.source}`)}</Fact>
        <Fact name={t('alert.raised')}>
          {alert.raisedBy.name}
          {t('list.comma')}
          {dates.moment(alert.raisedAt)}
        </Fact>
        {alert.acknowledgedBy !== null && <Fact name={t('alert.acknowledgedBy')}>{alert.acknowledgedBy.name}</Fact>}
        {alert.outcome !== null && <Fact name={t('alert.outcome')}>{t(`alertOutcome.${alert.outcome}`)}</Fact>}
        {alert.standDownReason !== null && (
          <Fact name={t('alert.standDownReason')}>{t(`standDownReason.${alert.standDownReason}`)}</Fact>
        )}
        {alert.findings !== null && (
          <Fact wide name={t('alert.findings')}>
            {alert.findings}
          </Fact>
        )}
      </Facts>
    </section>
  );
}
