import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '@accord/contracts';
import { useSay } from '../i18n/language';
import { Fact, Facts } from '../record/facts';

/** Who has the case, or who should and why; a chair decides. */
export function ProposalSheet({ mediation, onAssign }: { mediation: CaseView; onAssign?: () => void }): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  const { body, mediator, proposal } = mediation;
  return (
    <section className="sheet">
      <h2>{t('case.handling')}</h2>
      <Facts>
        <Fact name={t('case.body')}>{body?.name ?? t('case.unassigned')}</Fact>
        <Fact name={t('case.mediator')}>{mediator?.name ?? t('case.unassigned')}</Fact>
      </Facts>
      {mediator === null && (proposal.body !== null || proposal.mediator !== null) && (
        <div className="proposal">
          <strong>
            {t('case.proposed', { who: [proposal.body?.name, proposal.mediator?.name].filter(Boolean).join(' · ') })}
          </strong>
          <ul>
            {proposal.reasons.map((reason) => (
              <li key={reason.en}>{say(reason)}</li>
            ))}
          </ul>
          {onAssign && <Button onClick={onAssign}>{t('caseAction.assignMediator')}</Button>}
        </div>
      )}
    </section>
  );
}
