import type { ComponentType, ReactNode } from 'react';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  type AlertAction,
  type AlertSigns,
  type AlertView,
  type RegradeAlertRequest,
  StandDownReason,
  type StandDownAlertRequest,
} from '@accord/contracts';
import { ActionDrawer } from '../record/action-drawer';
import { filled } from '../record/filled';
import { useActOnAlert } from './alerts.api';
import { HeadCountField } from './head-count-field';
import { LevelChoice } from './level-choice';
import { SignToggles } from './sign-toggles';
import './quick-report.css';

interface AlertFormProps {
  alert: AlertView;
  onClose: () => void;
}

const FORMS = {
  acknowledge: AcknowledgeForm,
  verify: VerifyForm,
  escalate: EscalateForm,
  standDown: StandDownForm,
  join: JoinForm,
  regrade: RegradeForm,
} satisfies Record<AlertAction, ComponentType<AlertFormProps>>;

/** The one-step form of an action on an alert. */
export function AlertForm({ action, ...props }: AlertFormProps & { action: AlertAction }): ReactNode {
  const Shown = FORMS[action];
  return <Shown {...props} />;
}

const draftKey = (alert: AlertView, action: AlertAction): string => `alert.${alert.id}.${action}`;

function AcknowledgeForm({ alert, onClose }: AlertFormProps): ReactNode {
  const { t } = useTranslation();
  const act = useActOnAlert(alert.id, 'acknowledge');
  return (
    <ActionDrawer
      title={t('alertAction.acknowledge')}
      intro={t('alertForm.acknowledge')}
      submitLabel={t('alertAction.acknowledge')}
      draftKey={draftKey(alert, 'acknowledge')}
      initial={{}}
      onSubmit={() => act.mutateAsync({})}
      onClose={onClose}
    >
      <p>{alert.observed}</p>
    </ActionDrawer>
  );
}

interface Verification {
  headCount: number;
  signs: AlertSigns;
  findings: string;
}

function VerifyForm({ alert, onClose }: AlertFormProps): ReactNode {
  const { t } = useTranslation();
  const act = useActOnAlert(alert.id, 'verify');
  return (
    <ActionDrawer<Verification>
      title={t('alertAction.verify')}
      intro={t('alertForm.verify')}
      submitLabel={t('alertForm.verifyDo')}
      draftKey={draftKey(alert, 'verify')}
      initial={{ headCount: alert.headCount, signs: alert.signs, findings: '' }}
      onSubmit={(values) => act.mutateAsync(values)}
      onClose={onClose}
    >
      <Form.Item
        name="headCount"
        label={t('alertForm.trueHeadCount')}
        rules={[{ required: true, message: t('report.missing.headCount') }]}
      >
        <HeadCountField />
      </Form.Item>
      <Form.Item name="signs" label={t('report.signs')}>
        <SignToggles askArrears={alert.claimTypes.includes('unpaid_wages')} />
      </Form.Item>
      <Form.Item
        name="findings"
        label={t('alert.findings')}
        rules={[{ required: true, whitespace: true, message: t('alertForm.findingsMissing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={4000} />
      </Form.Item>
    </ActionDrawer>
  );
}

function EscalateForm({ alert, onClose }: AlertFormProps): ReactNode {
  const { t } = useTranslation();
  const act = useActOnAlert(alert.id, 'escalate');
  return (
    <ActionDrawer<{ note?: string }>
      title={t('alertAction.escalate')}
      intro={t('alertForm.escalate')}
      submitLabel={t('alertAction.escalate')}
      draftKey={draftKey(alert, 'escalate')}
      initial={{}}
      onSubmit={(values) => act.mutateAsync(filled(values))}
      onClose={onClose}
    >
      <Form.Item name="note" label={t('alertForm.note')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} />
      </Form.Item>
    </ActionDrawer>
  );
}

function StandDownForm({ alert, onClose }: AlertFormProps): ReactNode {
  const { t } = useTranslation();
  const act = useActOnAlert(alert.id, 'standDown');
  return (
    <ActionDrawer<Partial<StandDownAlertRequest>>
      title={t('alertAction.standDown')}
      intro={t('alertForm.standDown')}
      submitLabel={t('alertAction.standDown')}
      draftKey={draftKey(alert, 'standDown')}
      initial={{}}
      onSubmit={(values) => act.mutateAsync(values as StandDownAlertRequest)}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t('alert.standDownReason')} rules={[{ required: true, message: t('record.chooseOne') }]}>
        <Radio.Group
          className="choices"
          options={StandDownReason.options.map((value) => ({ value, label: t(`standDownReason.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="note"
        label={t('record.explain')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('record.explainMissing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} />
      </Form.Item>
    </ActionDrawer>
  );
}

function JoinForm({ alert, onClose }: AlertFormProps): ReactNode {
  const { t } = useTranslation();
  const act = useActOnAlert(alert.id, 'join');
  return (
    <ActionDrawer<{ leadAlertId?: string }>
      title={t('alertAction.join')}
      intro={t('alertForm.join')}
      submitLabel={t('alertAction.join')}
      draftKey={draftKey(alert, 'join')}
      initial={{ leadAlertId: alert.duplicates[0]?.id }}
      onSubmit={({ leadAlertId = '' }) => act.mutateAsync({ leadAlertId })}
      onClose={onClose}
    >
      {alert.duplicates.length === 0 && <p>{t('alertForm.nothingToJoin')}</p>}
      <Form.Item name="leadAlertId" label={t('alertForm.leadAlert')} rules={[{ required: true, message: t('record.chooseOne') }]}>
        <Radio.Group
          className="choices"
          options={alert.duplicates.map(({ id, alertNo, headCount, level }) => ({
            value: id,
            label: `${alertNo} · ${t(`level.${level}`)} · ${t('alert.people', { count: headCount })}`,
          }))}
        />
      </Form.Item>
    </ActionDrawer>
  );
}

function RegradeForm({ alert, onClose }: AlertFormProps): ReactNode {
  const { t } = useTranslation();
  const act = useActOnAlert(alert.id, 'regrade');
  return (
    <ActionDrawer<RegradeAlertRequest>
      title={t('alertAction.regrade')}
      intro={t('alertForm.regrade')}
      submitLabel={t('alertAction.regrade')}
      draftKey={draftKey(alert, 'regrade')}
      initial={{ level: alert.level, reason: '' }}
      onSubmit={(values) => act.mutateAsync(values)}
      onClose={onClose}
    >
      <Form.Item name="level" label={t('alert.level')}>
        <LevelChoice />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('report.levelReason')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('report.missing.levelReason') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={500} />
      </Form.Item>
    </ActionDrawer>
  );
}
