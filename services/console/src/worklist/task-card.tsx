import type { ReactNode } from 'react';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TaskView } from '@accord/contracts';
import { LevelBadge } from '../alerts/level-badge';
import { AreaName } from '../area/area-name';
import { useDates } from '../i18n/dates';
import { useSay } from '../i18n/language';
import { Due } from '../record/due';
import { isNotice, pathOf } from './task-subject';
import { useActOnTask } from './tasks.api';

interface TaskCardProps {
  task: TaskView;
  /** It has left this list since the list was shown. */
  gone: boolean;
  onDo: () => void;
}

/** One thing to do: why (the evidence) and how (the act). */
export function TaskCard({ task, gone, onDo }: TaskCardProps): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  const running = task.state === 'open' || task.state === 'claimed';
  return (
    <li className={`task sheet${gone ? ' is-gone' : ''}`}>
      <div className="task__what">
        <div className="task__title">
          {task.level !== null && <LevelBadge level={task.level} />}
          <strong>{say(task.title)}</strong>
          {running && task.dueAt !== null && <Due dueAt={task.dueAt} provisional={task.provisional} />}
        </div>
        <div className="task__subject">{task.subject.label}</div>
        <TaskSource task={task} gone={gone} />
      </div>
      <div className="task__acts">
        <Link to={pathOf(task)} className="task__evidence" data-row>
          {t('task.evidence')}
        </Link>
        {running && !gone && <Claiming task={task} />}
        {running && !gone && !isNotice(task) && (
          <Button type="primary" onClick={onDo}>
            {t('task.do')}
          </Button>
        )}
      </div>
    </li>
  );
}

function TaskSource({ task, gone }: { task: TaskView; gone: boolean }): ReactNode {
  const { t } = useTranslation();
  const dates = useDates();
  const who = task.assignee === null ? t(`role.${task.audience}`) : task.assignee.name;
  return (
    <div className="quiet task__source">
      <span>{task.subject.number}</span>
      <AreaName code={task.areaCode} />
      <span>
        {task.state === 'open' && task.assignee !== null ? t('task.assigned') : t(`taskState.${task.state}`)} · {who}
      </span>
      <span>
        {task.endedAt === null
          ? t('task.raised', { when: dates.moment(task.raisedAt) })
          : t('task.ended', { when: dates.moment(task.endedAt) })}
      </span>
      {task.dueAt !== null && task.endedAt === null && <span>{t('task.due', { when: dates.deadline(task.dueAt) })}</span>}
      {gone && <strong>{t('task.gone')}</strong>}
    </div>
  );
}

function Claiming({ task }: Pick<TaskCardProps, 'task'>): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [action] = task.allowedActions;
  const act = useActOnTask(task.id, action ?? 'claim');
  if (action === undefined) return null;
  const confirms = isNotice(task) && action === 'claim';
  const outcome = confirms ? 'confirmed' : action === 'claim' ? 'claimed' : 'released';
  const run = (): void => {
    act.mutate(undefined, {
      onSuccess: () => void message.success(t(`task.${outcome}`)),
      onError: (error) => void message.error(error.message || t('problem.unexpected')),
    });
  };
  return (
    <Button onClick={run} loading={act.isPending}>
      {confirms ? t('task.confirm') : t(`task.${action}`)}
    </Button>
  );
}
