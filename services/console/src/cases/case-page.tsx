import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseAction, CaseView } from '@accord/contracts';
import { LevelBadge } from '../alerts/level-badge';
import { AreaName } from '../area/area-name';
import { useDates } from '../i18n/dates';
import { useSay } from '../i18n/language';
import { ActionBar } from '../record/action-bar';
import { useChosenAction } from '../record/chosen-action';
import { Due } from '../record/due';
import { Timeline } from '../record/timeline';
import { useMay } from '../session/session.api';
import { useRequiredParam } from '../shell/use-required-param';
import { AgreementSheet } from './agreement-sheet';
import { CaseForm } from './case-forms';
import { CaseParties } from './case-parties';
import { Clocks } from './clocks';
import { ProposalSheet } from './proposal-sheet';
import { SessionsSheet } from './sessions-sheet';
import { useCase } from './cases.api';
import '../record/rows.css';
import '../record/record-page.css';
import './case.css';

const ORDER = [
  'putInForce',
  'draftAgreement',
  'holdSession',
  'assignMediator',
  'accept',
  'receiveApplication',
  'declareImpasse',
  'decline',
  'withdraw',
] satisfies CaseAction[];

/** 一案一档: everything about one case on one page. */
export function CasePage(): ReactNode {
  const mediation = useCase(useRequiredParam('id'));
  const [chosen, choose] = useChosenAction(mediation.allowedActions);
  return (
    <article className="page record">
      <CaseHead mediation={mediation} />
      <ActionBar allowed={mediation.allowedActions} order={ORDER} onChoose={choose} />
      <Clocks clocks={mediation.clocks} />
      <div className="record__columns">
        <div className="record__main">
          <RoutesThatRemain mediation={mediation} />
          <AgreementSheet agreement={mediation.agreement} />
          <CaseParties mediation={mediation} />
          <ProposalSheet
            mediation={mediation}
            onAssign={mediation.allowedActions.includes('assignMediator') ? () => choose('assignMediator') : undefined}
          />
          <SessionsSheet sessions={mediation.sessions} />
        </div>
        <Timeline entries={mediation.timeline} />
      </div>
      {chosen !== null && <CaseForm key={chosen} mediation={mediation} action={chosen} onClose={() => choose(null)} />}
    </article>
  );
}

function CaseHead({ mediation }: { mediation: CaseView }): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  const dates = useDates();
  const mayReadAlerts = useMay('alert.read');
  const { nextDue } = mediation;
  return (
    <header className="record__head sheet">
      <div className="record__title">
        <h1>{mediation.employer.name}</h1>
        <span className="record__state">{t(`caseState.${mediation.state}`)}</span>
        {mediation.collective && <span className="record__state">{t('case.collective')}</span>}
        {mediation.alertLevel !== null && <LevelBadge level={mediation.alertLevel} />}
      </div>
      <div className="quiet case-head__facts">
        <span>{mediation.caseNo}</span>
        <AreaName code={mediation.areaCode} />
        <span>{t(`caseOrigin.${mediation.origin}`)}</span>
        <span>{t('case.openedAt', { when: dates.moment(mediation.openedAt) })}</span>
        {mediation.alertId !== null && mayReadAlerts && (
          <Link to={`/alerts/${mediation.alertId}`}>{t('case.linkedAlert', { number: mediation.alertNo ?? '' })}</Link>
        )}
      </div>
      <p className="record__next">
        {nextDue === null ? (
          <span className="quiet">{t('case.noNextDue')}</span>
        ) : (
          <>
            {t('case.nextIs', { name: say(nextDue.name), date: dates.day(nextDue.dueOn) })}
            <Due dueAt={nextDue.dueAt} provisional={nextDue.provisional} />
          </>
        )}
      </p>
    </header>
  );
}

/** After a refusal or a failure the parties are never left without a way on. */
function RoutesThatRemain({ mediation }: { mediation: CaseView }): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  if (mediation.routesThatRemain.length === 0 && mediation.closingNote === null) return null;
  return (
    <section className="sheet">
      <h2>{mediation.routesThatRemain.length > 0 ? t('case.routes') : t('case.closingNote')}</h2>
      {mediation.closingNote !== null && <p className="case-text">{mediation.closingNote}</p>}
      <ul className="case-routes">
        {mediation.routesThatRemain.map((route) => (
          <li key={route.en}>{say(route)}</li>
        ))}
      </ul>
    </section>
  );
}
