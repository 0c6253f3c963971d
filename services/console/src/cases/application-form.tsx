import type { ReactNode } from 'react';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApplicationRequest } from '@accord/contracts';
import { dateOf } from '../i18n/business-dates';
import { ActionDrawer } from '../record/action-drawer';
import { BusinessDateField } from '../record/business-date-field';
import { filled } from '../record/filled';
import type { CaseFormProps } from './case-forms';
import { useActOnCase } from './cases.api';

export interface ApplicationValues {
  form: 'written' | 'oral';
  applicant?: { name?: string; phone?: string; idNumber?: string };
  receivedOn?: string | null;
  request?: string;
  facts?: string;
}

export function emptyApplication(): ApplicationValues {
  return { form: 'written', receivedOn: dateOf(Date.now()) };
}

/** Phone and identity number are not left behind in the browser. */
export function withoutIdentifiers<Values extends ApplicationValues>(values: Values): Values {
  return { ...values, applicant: { name: values.applicant?.name } };
}

export function applicationOf(values: ApplicationValues): ApplicationRequest {
  return ApplicationRequest.parse(filled({ ...values, applicant: filled(values.applicant ?? {}) }));
}

export function ReceiveApplicationForm({ mediation, onClose }: CaseFormProps): ReactNode {
  const { t } = useTranslation();
  const act = useActOnCase(mediation.id, 'application');
  return (
    <ActionDrawer<ApplicationValues>
      title={t('caseAction.receiveApplication')}
      intro={t('caseForm.application')}
      submitLabel={t('caseAction.receiveApplication')}
      draftKey={`case.${mediation.id}.application`}
      initial={emptyApplication()}
      keptInDraft={withoutIdentifiers}
      onSubmit={(values, key) => act.mutateAsync({ body: applicationOf(values), key })}
      onClose={onClose}
    >
      <ApplicationFields />
    </ActionDrawer>
  );
}

/** What an application must say (Mediation and Arbitration Law, art. 12; Order 17, art. 21). */
export function ApplicationFields(): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="form" label={t('application.form')}>
        <Radio.Group
          optionType="button"
          options={[
            { value: 'written', label: t('application.written') },
            { value: 'oral', label: t('application.oral') },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="receivedOn"
        label={t('application.receivedOn')}
        rules={[{ required: true, message: t('record.dateMissing') }]}
      >
        <BusinessDateField notInFuture />
      </Form.Item>
      <Form.Item
        name={['applicant', 'name']}
        label={t('application.name')}
        rules={[{ required: true, whitespace: true, message: t('application.nameMissing') }]}
      >
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <div className="ticks">
        <Form.Item
          name={['applicant', 'phone']}
          label={t('application.phone')}
          rules={[{ pattern: /^\+?[\d-]{7,20}$/, message: t('application.phoneWrong') }]}
        >
          <Input inputMode="tel" autoComplete="off" maxLength={21} />
        </Form.Item>
        <Form.Item
          name={['applicant', 'idNumber']}
          label={t('application.idNumber')}
          rules={[{ pattern: /^(\d{15}|\d{17}[\dXx])$/, message: t('application.idNumberWrong') }]}
        >
          <Input autoComplete="off" maxLength={18} />
        </Form.Item>
      </div>
      <Form.Item
        name="request"
        label={t('case.request')}
        rules={[{ required: true, whitespace: true, message: t('application.requestMissing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={4000} />
      </Form.Item>
      <Form.Item name="facts" label={t('application.facts')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={8000} />
      </Form.Item>
    </>
  );
}
