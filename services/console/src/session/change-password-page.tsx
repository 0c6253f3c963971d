import type { ReactNode } from 'react';
import { App, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate } from 'react-router';
import { PageLoading } from '../shell/page-loading';
import { useChangePassword, useSessionQuery, useSignOut } from './session.api';
import { SignInFrame } from './sign-in-frame';
import { SignInProblem } from './sign-in-problem';

const SHORTEST = 10;

interface Entered {
  currentPassword: string;
  newPassword: string;
  again: string;
}

export function ChangePasswordPage(): ReactNode {
  const { t } = useTranslation();
  const session = useSessionQuery();
  const signOut = useSignOut();
  if (session.isPending) return <PageLoading />;
  if (!session.data) return <Navigate to="/sign-in" replace />;

  return (
    <SignInFrame title={session.data.mustChangePassword ? t('session.setPassword') : t('session.changePassword')}>
      {session.data.mustChangePassword && (
        <p className="sign-in__note">{t('session.mustChange', { name: session.data.staff.name })}</p>
      )}
      <ChangePasswordForm username={session.data.staff.username} />
      <Button type="link" block onClick={() => signOut.mutate()}>
        {t('session.signOut')}
      </Button>
    </SignInFrame>
  );
}

function ChangePasswordForm({ username }: { username: string }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const change = useChangePassword();
  const save = async ({ currentPassword, newPassword }: Entered): Promise<void> => {
    await change.mutateAsync({ currentPassword, newPassword });
    void message.success(t('session.passwordChanged'));
    await navigate('/');
  };
  return (
    <Form<Entered> layout="vertical" requiredMark={false} onFinish={(values) => void save(values).catch(() => undefined)}>
      <SignInProblem error={change.error} />
      <input hidden readOnly autoComplete="username" value={username} />
      <Form.Item
        name="currentPassword"
        label={t('session.currentPassword')}
        rules={[{ required: true, message: t('session.passwordMissing') }]}
      >
        <Input.Password autoComplete="current-password" autoFocus />
      </Form.Item>
      <Form.Item
        name="newPassword"
        label={t('session.newPassword')}
        extra={t('session.passwordRule', { count: SHORTEST })}
        dependencies={['currentPassword']}
        rules={[
          { required: true, message: t('session.passwordMissing') },
          { min: SHORTEST, message: t('session.passwordShort', { count: SHORTEST }) },
          ({ getFieldValue }) => ({
            validator: (_rule, value: string) =>
              value && value === getFieldValue('currentPassword')
                ? Promise.reject(new Error(t('session.passwordSame')))
                : Promise.resolve(),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('session.passwordAgain')}
        dependencies={['newPassword']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, value: string) =>
              value === getFieldValue('newPassword')
                ? Promise.resolve()
                : Promise.reject(new Error(t('session.passwordDiffers'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={change.isPending}>
        {t('session.savePassword')}
      </Button>
    </Form>
  );
}
