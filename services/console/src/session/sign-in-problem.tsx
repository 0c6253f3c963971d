import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusedWith, RequestRefused, Unreachable } from '../api/problem';
import { Notice } from '../shell/notice';

/** Why a sign-in or a change of password was refused, and what to do now. */
export function SignInProblem({ error }: { error: Error | null }): ReactNode {
  const { t } = useTranslation();
  if (error === null) return null;
  return <Notice tone="problem">{text()}</Notice>;

  function text(): string {
    if (error instanceof Unreachable) return navigator.onLine ? t('problem.unreachable') : t('problem.offline');
    if (isRefusedWith(error, 429)) return t('session.tooManyTries');
    if (error instanceof RequestRefused && error.problem.title !== '') return error.problem.title;
    return isRefusedWith(error, 401) ? t('session.wrong') : t('problem.unexpected');
  }
}
