import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '@accord/contracts';
import { Fact, Facts } from '../record/facts';

export function CaseParties({ mediation }: { mediation: CaseView }): ReactNode {
  const { t } = useTranslation();
  const { applicant } = mediation;
  return (
    <section className="sheet">
      <h2>{t('case.parties')}</h2>
      <Facts>
        <Fact name={t('case.respondent')}>{mediation.employer.name}</Fact>
        <Fact name={t('case.applicant')}>{applicant === null ? t('case.noApplicant') : applicant.name}</Fact>
        {applicant?.phone && <Fact name={t('case.phone')}>{applicant.phone}</Fact>}
        {applicant?.idNumber && <Fact name={t('case.idNumber')}>{applicant.idNumber}</Fact>}
        <Fact name={t('alert.headCount')}>{t('alert.people', { count: mediation.headCount })}</Fact>
        <Fact name={t('alert.claims')}>{mediation.claimTypes.map((type) => t(`claimType.${type}`)).join(t('list.comma'))}</Fact>
        {mediation.request !== null && (
          <Fact wide name={t('case.request')}>
            {mediation.request}
          </Fact>
        )}
      </Facts>
      {(applicant?.phone || applicant?.idNumber) && <p className="quiet case-masked">{t('case.masked')}</p>}
    </section>
  );
}
