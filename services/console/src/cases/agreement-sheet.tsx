import type { ReactNode } from 'react';
import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { AgreementView } from '@accord/contracts';
import { useDates } from '../i18n/dates';
import { Fact, Facts } from '../record/facts';
import { Notice } from '../shell/notice';
import { useYuan } from './yuan';

const PARTS = [
  ['applicant_signature', 'applicantSignedOn'],
  ['respondent_signature', 'respondentSignedOn'],
  ['mediator_signature', 'mediatorSignedOn'],
  ['body_seal', 'bodySealedOn'],
] as const;

/** The agreement and the four parts without which it is not in force (Mediation and Arbitration Law, art. 14). */
export function AgreementSheet({ agreement }: { agreement: AgreementView | null }): ReactNode {
  const { t } = useTranslation();
  const dates = useDates();
  const yuan = useYuan();
  if (agreement === null) return null;
  return (
    <section className="sheet">
      <h2>{t('agreement.agreement')}</h2>
      {agreement.inForceOn === null ? (
        <Notice tone="note">
          {t('agreement.missing', { parts: agreement.missing.map((part) => t(`missingPart.${part}`)).join(t('list.comma')) })}
        </Notice>
      ) : (
        <Notice tone="note">{t('agreement.inForce', { date: dates.day(agreement.inForceOn) })}</Notice>
      )}
      <ul className="signatures">
        {PARTS.map(([part, field]) => (
          <Signature key={part} name={t(`missingPart.${part}`)} on={agreement[field]} />
        ))}
      </ul>
      <Facts>
        <Fact wide name={t('agreement.terms')}>
          {agreement.terms}
        </Fact>
        {agreement.amountFen !== null && <Fact name={t('agreement.amount')}>{yuan(agreement.amountFen)}</Fact>}
        {agreement.performBy !== null && <Fact name={t('agreement.performBy')}>{dates.day(agreement.performBy)}</Fact>}
      </Facts>
    </section>
  );
}

function Signature({ name, on }: { name: string; on: string | null }): ReactNode {
  const { t } = useTranslation();
  const dates = useDates();
  return (
    <li className={on === null ? 'signature' : 'signature signature--given'}>
      {on === null ? <MinusCircleOutlined aria-hidden /> : <CheckCircleFilled aria-hidden />}
      <span>{name}</span>
      <span className="quiet">{on === null ? t('agreement.notYet') : dates.shortDay(on)}</span>
    </li>
  );
}
