import { type ReactNode, useState } from 'react';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { CreateStaffRequest, type Grant, type StaffPasswordIssued } from '@accord/contracts';
import { useOwnAreas } from '../area/area-field';
import { ActionDrawer } from '../record/action-drawer';
import { known } from '../shell/known';
import { GrantFields } from './grant-fields';
import { OneTimePassword } from './one-time-password';
import { useCreateStaff } from './staff.api';

interface NewMember {
  username?: string;
  name?: string;
  grants: Partial<Grant>[];
}

export function CreateStaffForm({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const create = useCreateStaff();
  const home = known(useOwnAreas()[0], 'every grant names an area');
  const [issued, setIssued] = useState<StaffPasswordIssued | null>(null);
  if (issued !== null) return <OneTimePassword issued={issued} onClose={onClose} />;
  return (
    <ActionDrawer<NewMember>
      title={t('staff.create')}
      intro={t('staff.createIntro')}
      submitLabel={t('staff.create')}
      draftKey="staff.create"
      initial={{ grants: [{ areaCode: home, bodyId: null }] }}
      onSubmit={async (values, key) => {
        const grants = values.grants.map((grant) => ({ bodyId: null, ...grant }));
        setIssued(await create.mutateAsync({ body: CreateStaffRequest.parse({ ...values, grants }), key }));
      }}
      onClose={() => undefined}
      onCancel={onClose}
    >
      <Form.Item
        name="name"
        label={t('staff.name')}
        rules={[{ required: true, whitespace: true, message: t('staff.nameMissing') }]}
      >
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="username"
        label={t('session.username')}
        extra={t('staff.usernameRule')}
        rules={[{ required: true, pattern: /^[a-zA-Z0-9][a-zA-Z0-9._-]{1,63}$/, message: t('staff.usernameRule') }]}
      >
        <Input maxLength={64} autoComplete="off" autoCapitalize="none" />
      </Form.Item>
      <GrantFields home={home} />
    </ActionDrawer>
  );
}
