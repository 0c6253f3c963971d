import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RequestRefused, Unreachable } from '../api/problem';
import { useActionName } from '../record/action-name';
import { Notice } from './notice';

/** What went wrong and what is possible instead. Fields at fault are listed, unless the form beside shows them itself. */
export function ProblemNotice({
  error,
  fieldsShownBeside = false,
}: {
  error: Error | null;
  fieldsShownBeside?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const actionName = useActionName();
  if (error === null) return null;
  if (error instanceof Unreachable)
    return <Notice tone="problem">{navigator.onLine ? t('problem.unreachable') : t('problem.offline')}</Notice>;
  if (!(error instanceof RequestRefused)) return <Notice tone="problem">{t('problem.unexpected')}</Notice>;

  const { title, detail, errors, traceId } = error.problem;
  return (
    <Notice tone="problem">
      <strong>{title || t('problem.unexpected')}</strong>
      {detail && <div>{detail}</div>}
      {!fieldsShownBeside && errors && (
        <ul>
          {errors.map(({ field, message }) => (
            <li key={field + message}>{message}</li>
          ))}
        </ul>
      )}
      {error.allowed.length > 0 && (
        <div>{t('problem.allowedInstead', { actions: error.allowed.map(actionName).join(t('list.comma')) })}</div>
      )}
      {traceId && error.problem.status >= 500 && <div>{t('problem.trace', { traceId })}</div>}
    </Notice>
  );
}
