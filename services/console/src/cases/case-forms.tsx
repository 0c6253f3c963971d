import type { ComponentType, ReactNode } from 'react';
import { Checkbox, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  type CaseAction,
  type CaseView,
  DeclineCaseRequest,
  FailCaseRequest,
  HoldSessionRequest,
  type WithdrawCaseRequest,
} from '@accord/contracts';
import { dateOf } from '../i18n/business-dates';
import { ActionDrawer } from '../record/action-drawer';
import { BusinessDateField } from '../record/business-date-field';
import { AcceptForm } from './accept-form';
import { AgreementForm } from './agreement-form';
import { ReceiveApplicationForm } from './application-form';
import { AssignMediatorForm } from './assign-mediator-form';
import { useActOnCase } from './cases.api';
import './case.css';

export interface CaseFormProps {
  mediation: CaseView;
  onClose: () => void;
}

const FORMS = {
  receiveApplication: ReceiveApplicationForm,
  accept: AcceptForm,
  decline: DeclineForm,
  assignMediator: AssignMediatorForm,
  holdSession: HoldSessionForm,
  draftAgreement: AgreementForm,
  putInForce: (props) => <AgreementForm {...props} inForce />,
  declareImpasse: FailForm,
  withdraw: WithdrawForm,
} satisfies Record<CaseAction, ComponentType<CaseFormProps>>;

/** The one-step form of an action on a case. */
export function CaseForm({ action, ...props }: CaseFormProps & { action: CaseAction }): ReactNode {
  const Shown = FORMS[action];
  return <Shown {...props} />;
}

function DeclineForm({ mediation, onClose }: CaseFormProps): ReactNode {
  const { t } = useTranslation();
  const act = useActOnCase(mediation.id, 'refusal');
  return (
    <ActionDrawer<Partial<DeclineCaseRequest>>
      title={t('caseAction.decline')}
      intro={t('caseForm.decline')}
      submitLabel={t('caseAction.decline')}
      draftKey={`case.${mediation.id}.decline`}
      initial={{}}
      onSubmit={(values, key) => act.mutateAsync({ body: DeclineCaseRequest.parse(values), key })}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t('caseForm.reason')} rules={[{ required: true, message: t('record.chooseOne') }]}>
        <Radio.Group
          className="choices"
          options={DeclineCaseRequest.shape.reason.options.map((value) => ({ value, label: t(`declineReason.${value}`) }))}
        />
      </Form.Item>
      <NoteField name="note" label={t('record.explain')} />
    </ActionDrawer>
  );
}

function HoldSessionForm({ mediation, onClose }: CaseFormProps): ReactNode {
  const { t } = useTranslation();
  const act = useActOnCase(mediation.id, 'sessions');
  return (
    <ActionDrawer<Partial<HoldSessionRequest>>
      title={t('caseForm.sessionTitle', { number: mediation.sessions.length + 1 })}
      intro={t('caseForm.session')}
      submitLabel={t('caseForm.sessionDo')}
      draftKey={`case.${mediation.id}.session.${mediation.sessions.length + 1}`}
      initial={{ heldOn: dateOf(Date.now()), place: mediation.sessions.at(-1)?.place, present: ['applicant', 'respondent'] }}
      onSubmit={(values, key) => act.mutateAsync({ body: HoldSessionRequest.parse(values), key })}
      onClose={onClose}
    >
      <Form.Item name="heldOn" label={t('caseForm.heldOn')} rules={[{ required: true, message: t('record.dateMissing') }]}>
        <BusinessDateField notInFuture />
      </Form.Item>
      <Form.Item
        name="place"
        label={t('caseForm.place')}
        rules={[{ required: true, whitespace: true, message: t('caseForm.placeMissing') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="present"
        label={t('caseForm.present')}
        rules={[{ required: true, type: 'array', min: 1, message: t('record.chooseOne') }]}
      >
        <Checkbox.Group
          options={HoldSessionRequest.shape.present.element.options.map((value) => ({ value, label: t(`present.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="record"
        label={t('caseForm.record')}
        extra={t('record.autosaved')}
        rules={[{ required: true, whitespace: true, message: t('caseForm.recordMissing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 8, maxRows: 24 }} maxLength={20_000} placeholder={t('caseForm.recordHint')} />
      </Form.Item>
    </ActionDrawer>
  );
}

function FailForm({ mediation, onClose }: CaseFormProps): ReactNode {
  const { t } = useTranslation();
  const act = useActOnCase(mediation.id, 'failure');
  return (
    <ActionDrawer<Partial<FailCaseRequest>>
      title={t('caseAction.declareImpasse')}
      intro={t('caseForm.fail')}
      submitLabel={t('caseForm.failDo')}
      draftKey={`case.${mediation.id}.failure`}
      initial={{}}
      onSubmit={(values, key) => act.mutateAsync({ body: FailCaseRequest.parse(values), key })}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t('caseForm.reason')} rules={[{ required: true, message: t('record.chooseOne') }]}>
        <Radio.Group
          className="choices"
          options={FailCaseRequest.shape.reason.options.map((value) => ({ value, label: t(`failReason.${value}`) }))}
        />
      </Form.Item>
      <NoteField name="note" label={t('caseForm.course')} />
    </ActionDrawer>
  );
}

function WithdrawForm({ mediation, onClose }: CaseFormProps): ReactNode {
  const { t } = useTranslation();
  const act = useActOnCase(mediation.id, 'withdrawal');
  return (
    <ActionDrawer<WithdrawCaseRequest>
      title={t('caseAction.withdraw')}
      intro={t('caseForm.withdraw')}
      submitLabel={t('caseAction.withdraw')}
      draftKey={`case.${mediation.id}.withdrawal`}
      initial={{ note: '' }}
      onSubmit={(body, key) => act.mutateAsync({ body, key })}
      onClose={onClose}
    >
      <NoteField name="note" label={t('record.explain')} />
    </ActionDrawer>
  );
}

function NoteField({ name, label }: { name: string; label: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required: true, whitespace: true, min: 2, message: t('record.explainMissing') }]}
    >
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={1000} />
    </Form.Item>
  );
}
