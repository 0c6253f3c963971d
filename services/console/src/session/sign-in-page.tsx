import type { ReactNode } from 'react';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import type { SignInRequest } from '@accord/contracts';
import { useSessionQuery, useSignIn } from './session.api';
import { SignInFrame } from './sign-in-frame';
import { SignInProblem } from './sign-in-problem';

export function SignInPage(): ReactNode {
  const { t } = useTranslation();
  const session = useSessionQuery();
  const [parameters] = useSearchParams();
  if (session.data?.mustChangePassword) return <Navigate to="/password" replace />;
  if (session.data) return <Navigate to={ownPath(parameters.get('next'))} replace />;

  return (
    <SignInFrame title={t('session.signIn')}>
      <SignInForm ended={parameters.has('ended')} />
    </SignInFrame>
  );
}

/** Only a path of this console: an address from outside must not send a person elsewhere after the sign-in. */
function ownPath(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/';
}

function SignInForm({ ended }: { ended: boolean }): ReactNode {
  const { t } = useTranslation();
  const signIn = useSignIn();
  return (
    <Form<SignInRequest> layout="vertical" requiredMark={false} onFinish={(values) => signIn.mutate(values)}>
      {ended && !signIn.isError && <p className="sign-in__note">{t('session.ended')}</p>}
      <SignInProblem error={signIn.error} />
      <Form.Item
        name="username"
        label={t('session.username')}
        rules={[{ required: true, message: t('session.usernameMissing') }]}
      >
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={64} autoFocus />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('session.password')}
        rules={[{ required: true, message: t('session.passwordMissing') }]}
      >
        <Input.Password autoComplete="current-password" maxLength={256} />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
        {t('session.signInDo')}
      </Button>
      <p className="sign-in__help">{t('session.forgotten')}</p>
    </Form>
  );
}
