import { type ReactNode, useState } from 'react';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TaskView } from '@accord/contracts';
import { AlertForm } from '../alerts/alert-forms';
import { useAlertQuery } from '../alerts/alerts.api';
import { CaseForm } from '../cases/case-forms';
import { useCaseQuery } from '../cases/cases.api';
import { useSay } from '../i18n/language';
import { PageLoading } from '../shell/page-loading';
import { ProblemNotice } from '../shell/problem-notice';
import { actsOf, pathOf } from './task-subject';

interface DoTaskProps {
  task: TaskView;
  onClose: () => void;
}

/** Does a task where it stands: the form of its act, over the list. */
export function DoTask(props: DoTaskProps): ReactNode {
  return props.task.subject.kind === 'alert' ? <DoWithAlert {...props} /> : <DoWithCase {...props} />;
}

function DoWithAlert({ task, onClose }: DoTaskProps): ReactNode {
  const { data: alert, error } = useAlertQuery(task.subject.id);
  const action = useFirst(firstAllowed(task, alert?.allowedActions));
  if (alert && action) return <AlertForm alert={alert} action={action} onClose={onClose} />;
  return <NotHere task={task} loading={alert === undefined} error={error} onClose={onClose} />;
}

function DoWithCase({ task, onClose }: DoTaskProps): ReactNode {
  const { data: mediation, error } = useCaseQuery(task.subject.id);
  const action = useFirst(firstAllowed(task, mediation?.allowedActions));
  if (mediation && action) return <CaseForm mediation={mediation} action={action} onClose={onClose} />;
  return <NotHere task={task} loading={mediation === undefined} error={error} onClose={onClose} />;
}

function firstAllowed<Action extends string>(task: TaskView, allowed: Action[] = []): Action | undefined {
  return actsOf(task).flatMap((act) => allowed.filter((action) => action === act))[0];
}

/** The first answer that came; the form stays open when the record moves on beneath it. */
function useFirst<Value>(value: Value | undefined): Value | undefined {
  const [first, setFirst] = useState(value);
  if (first === undefined && value !== undefined) setFirst(value);
  return first;
}

function NotHere({ task, loading, error, onClose }: DoTaskProps & { loading: boolean; error: Error | null }): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <Drawer open title={say(task.title)} onClose={onClose}>
      <ProblemNotice error={error} />
      {loading && error === null && <PageLoading />}
      {!loading && <p>{t('task.doThere')}</p>}
      <Link to={pathOf(task)}>{t('task.openSubject', { number: task.subject.number })}</Link>
    </Drawer>
  );
}
