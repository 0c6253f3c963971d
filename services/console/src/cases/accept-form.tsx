import type { ReactNode } from 'react';
import { Form, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { AcceptCaseRequest, type BodyRef } from '@accord/contracts';
import { dateOf } from '../i18n/business-dates';
import { ActionDrawer } from '../record/action-drawer';
import { BusinessDateField } from '../record/business-date-field';
import { Notice } from '../shell/notice';
import type { CaseFormProps } from './case-forms';
import { useActOnCase, useBodies } from './cases.api';

type Consent = Partial<AcceptCaseRequest['applicantConsent']>;
interface AcceptValues extends Record<Side, Consent> {
  bodyId?: string;
}

type Side = 'applicantConsent' | 'respondentConsent';

const HOW = AcceptCaseRequest.shape.applicantConsent.shape.how.options;

/** Acceptance needs the consent of both sides (Order 17, art. 22). */
export function AcceptForm({ mediation, onClose }: CaseFormProps): ReactNode {
  const { t } = useTranslation();
  const act = useActOnCase(mediation.id, 'acceptance');
  const body = mediation.body ?? mediation.proposal.body;
  return (
    <ActionDrawer<AcceptValues>
      title={t('caseAction.accept')}
      intro={t('caseForm.accept')}
      submitLabel={t('caseAction.accept')}
      draftKey={`case.${mediation.id}.accept`}
      initial={{ bodyId: body?.id, applicantConsent: { on: dateOf(Date.now()) }, respondentConsent: { on: dateOf(Date.now()) } }}
      onSubmit={(values, key) => act.mutateAsync({ body: AcceptCaseRequest.parse(values), key })}
      onClose={onClose}
    >
      <Form.Item name="bodyId" label={t('caseForm.acceptingBody')} rules={[{ required: true, message: t('record.chooseOne') }]}>
        <BodyField area={mediation.areaCode} proposed={body} />
      </Form.Item>
      <ConsentFields side="applicantConsent" title={t('case.applicant')} />
      <ConsentFields side="respondentConsent" title={t('case.respondent')} />
    </ActionDrawer>
  );
}

interface BodyFieldProps {
  area: string;
  proposed: BodyRef | null;
  id?: string;
  value?: string;
  onChange?: (bodyId: string) => void;
}

/** The body that accepts: the proposed one stands there, another may be chosen. */
function BodyField({ area, proposed, ...field }: BodyFieldProps): ReactNode {
  const bodies = useBodies(area).data?.items ?? [];
  const offered: BodyRef[] = proposed === null || bodies.some(({ id }) => id === proposed.id) ? bodies : [proposed, ...bodies];
  return (
    <Select
      {...field}
      showSearch={{ optionFilterProp: 'label' }}
      options={offered.map(({ id, name }) => ({ value: id, label: name }))}
    />
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
