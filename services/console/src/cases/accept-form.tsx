import type { ReactNode } from 'react';
import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { AcceptCaseRequest } from '@accord/contracts';
import { dateOf } from '../i18n/business-dates';
import { ActionDrawer } from '../record/action-drawer';
import { BusinessDateField } from '../record/business-date-field';
import { Notice } from '../shell/notice';
import type { CaseFormProps } from './case-forms';
import { useActOnCase } from './cases.api';

type Consent = Partial<AcceptCaseRequest['applicantConsent']>;
type Side = 'applicantConsent' | 'respondentConsent';

const HOW = AcceptCaseRequest.shape.applicantConsent.shape.how.options;

/** Acceptance needs the consent of both sides (Order 17, art. 22). */
export function AcceptForm({ mediation, onClose }: CaseFormProps): ReactNode {
  const { t } = useTranslation();
  const act = useActOnCase(mediation.id, 'acceptance');
  const body = mediation.body ?? mediation.proposal.body;
  return (
    <ActionDrawer<Record<Side, Consent>>
      title={t('caseAction.accept')}
      intro={t('caseForm.accept')}
      submitLabel={t('caseAction.accept')}
      draftKey={`case.${mediation.id}.accept`}
      initial={{ applicantConsent: { on: dateOf(Date.now()) }, respondentConsent: { on: dateOf(Date.now()) } }}
      onSubmit={(values, key) =>
        act.mutateAsync({ body: AcceptCaseRequest.parse(body === null ? values : { ...values, bodyId: body.id }), key })
      }
      onClose={onClose}
    >
      {body !== null && <p>{t('caseForm.acceptingBody', { name: body.name })}</p>}
      <ConsentFields side="applicantConsent" title={t('case.applicant')} />
      <ConsentFields side="respondentConsent" title={t('case.respondent')} />
    </ActionDrawer>
  );
}

function ConsentFields({ side, title }: { side: Side; title: string }): ReactNode {
  const { t } = useTranslation();
  const given = Form.useWatch<boolean | undefined>([side, 'given']);
  return (
    <fieldset className="consent">
      <legend>{title}</legend>
      <Form.Item
        name={[side, 'given']}
        label={t('caseForm.consents')}
        rules={[{ required: true, message: t('record.chooseOne') }]}
      >
        <Radio.Group
          optionType="button"
          options={[
            { value: true, label: t('caseForm.agrees') },
            { value: false, label: t('caseForm.disagrees') },
          ]}
        />
      </Form.Item>
      {given === false && <Notice tone="note">{t('caseForm.declineInstead')}</Notice>}
      <Form.Item name={[side, 'how']} label={t('caseForm.how')} rules={[{ required: true, message: t('record.chooseOne') }]}>
        <Radio.Group optionType="button" options={HOW.map((value) => ({ value, label: t(`consentHow.${value}`) }))} />
      </Form.Item>
      <Form.Item name={[side, 'on']} label={t('caseForm.on')} rules={[{ required: true, message: t('record.dateMissing') }]}>
        <BusinessDateField notInFuture />
      </Form.Item>
    </fieldset>
  );
}
