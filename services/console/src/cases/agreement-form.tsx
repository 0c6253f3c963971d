import type { ReactNode } from 'react';
import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { AgreementRequest, type AgreementView } from '@accord/contracts';
import { ActionDrawer } from '../record/action-drawer';
import { BusinessDateField } from '../record/business-date-field';
import { filled } from '../record/filled';
import type { CaseFormProps } from './case-forms';
import { useActOnCase } from './cases.api';
import { SignedOnField } from './signed-on-field';

const SIGNATURES = [
  ['applicantSignedOn', 'applicant_signature'],
  ['respondentSignedOn', 'respondent_signature'],
  ['mediatorSignedOn', 'mediator_signature'],
  ['bodySealedOn', 'body_seal'],
] as const;

type SignatureField = (typeof SIGNATURES)[number][0];

interface AgreementValues extends Partial<Record<SignatureField, string | null>> {
  terms?: string;
  amountYuan?: number | null;
  performBy?: string | null;
}

function valuesOf(agreement: AgreementView | null): AgreementValues {
  if (agreement === null) return {};
  const { terms, amountFen, performBy, applicantSignedOn, respondentSignedOn, mediatorSignedOn, bodySealedOn } = agreement;
  return {
    terms,
    amountYuan: amountFen === null ? null : amountFen / 100,
    performBy,
    applicantSignedOn,
    respondentSignedOn,
    mediatorSignedOn,
    bodySealedOn,
  };
}

function requestOf({ amountYuan, ...values }: AgreementValues): AgreementRequest {
  const amountFen = typeof amountYuan === 'number' ? Math.round(amountYuan * 100) : undefined;
  return AgreementRequest.parse(filled({ ...values, amountFen }));
}

/** Terms and the four signatures; in force only with all four (Mediation and Arbitration Law, art. 14). */
export function AgreementForm({ mediation, onClose, inForce = false }: CaseFormProps & { inForce?: boolean }): ReactNode {
  const { t } = useTranslation();
  const act = useActOnCase(mediation.id, 'agreement');
  return (
    <ActionDrawer<AgreementValues>
      title={inForce ? t('caseAction.putInForce') : t('caseAction.draftAgreement')}
      intro={inForce ? t('caseForm.putInForce') : t('caseForm.agreement')}
      submitLabel={inForce ? t('caseAction.putInForce') : t('caseForm.agreementDo')}
      draftKey={`case.${mediation.id}.agreement`}
      initial={valuesOf(mediation.agreement)}
      onSubmit={(values, key) => act.mutateAsync({ body: requestOf(values), key })}
      onClose={onClose}
    >
      <Form.Item
        name="terms"
        label={t('agreement.terms')}
        rules={[{ required: true, whitespace: true, message: t('caseForm.termsMissing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 20 }} maxLength={20_000} placeholder={t('caseForm.termsHint')} />
      </Form.Item>
      <div className="ticks">
        <Form.Item name="amountYuan" label={t('agreement.amount')}>
          <InputNumber<number>
            min={0}
            max={1_000_000_000_000}
            precision={2}
            prefix="¥"
            controls={false}
            inputMode="decimal"
            style={{ width: '100%' }}
          />
        </Form.Item>
        <Form.Item name="performBy" label={t('agreement.performBy')}>
          <BusinessDateField />
        </Form.Item>
      </div>
      <MissingParts />
      {SIGNATURES.map(([field, part]) => (
        <Form.Item
          key={field}
          name={field}
          rules={inForce ? [{ required: true, message: t('caseForm.signatureMissing') }] : []}
          noStyle={!inForce}
        >
          <SignedOnField label={t(`missingPart.${part}`)} />
        </Form.Item>
      ))}
    </ActionDrawer>
  );
}

function MissingParts(): ReactNode {
  const { t } = useTranslation();
  const values = Form.useWatch<AgreementValues | undefined>([]) ?? {};
  const missing = SIGNATURES.filter(([field]) => !values[field]).map(([, part]) => t(`missingPart.${part}`));
  return (
    <p role="status">
      <strong>
        {missing.length === 0 ? t('agreement.complete') : t('agreement.missing', { parts: missing.join(t('list.comma')) })}
      </strong>
    </p>
  );
}
