import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { TaskQueue, type TaskView } from '@accord/contracts';
import { Empty } from '../record/empty';
import { useHeldRows } from '../record/held-rows';
import { ListFoot } from '../record/list-foot';
import { NewRows } from '../record/new-rows';
import { useRowKeys } from '../record/row-keys';
import { PageLoading } from '../shell/page-loading';
import { ProblemNotice } from '../shell/problem-notice';
import { DoTask } from './do-task';
import { TaskCard } from './task-card';
import { useQueue, useQueueCounts } from './tasks.api';
import '../record/rows.css';
import './workbench.css';

/** 工作台: what must be done next, by me or by somebody. */
export function WorkbenchPage(): ReactNode {
  const { t } = useTranslation();
  const [parameters, setParameters] = useSearchParams();
  const start = useStartQueue();
  const queue = TaskQueue.safeParse(parameters.get('queue')).data ?? start;
  return (
    <div className="page workbench">
      <header className="page__head">
        <h1>{t('nav.work')}</h1>
      </header>
      <Queues chosen={queue} onChoose={(next) => setParameters({ queue: next })} />
      {queue === undefined ? <PageLoading /> : <Queue queue={queue} />}
    </div>
  );
}

/** My own tasks, or what waits to be claimed where I have none; decided once, so that the page does not change its mind. */
function useStartQueue(): TaskQueue | undefined {
  const { data: counts, isError } = useQueueCounts();
  const [start, setStart] = useState<TaskQueue>();
  if (start === undefined && (counts !== undefined || isError)) {
    setStart(counts && counts.mine === 0 && counts.unclaimed > 0 ? 'unclaimed' : 'mine');
  }
  return start;
}

function Queues({ chosen, onChoose }: { chosen: TaskQueue | undefined; onChoose: (queue: TaskQueue) => void }): ReactNode {
  const { t } = useTranslation();
  const counts = useQueueCounts();
  return (
    <nav className="queues" aria-label={t('task.queues')}>
      {TaskQueue.options.map((queue) => (
        <button
          key={queue}
          type="button"
          className="queue"
          aria-current={chosen === queue ? 'page' : undefined}
          onClick={() => onChoose(queue)}
        >
          <span>{t(`queue.${queue}`)}</span>
          <span className="queue__count">{counts.data?.[queue] ?? '–'}</span>
        </button>
      ))}
    </nav>
  );
}

function Queue({ queue }: { queue: TaskQueue }): ReactNode {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const tasks = useQueue(queue);
  const [doing, setDoing] = useState<TaskView | null>(null);
  const pages = tasks.data?.pages ?? [];
  const key = tasks.isPlaceholderData ? '' : `${queue} ${pages.length}`;
  const { rows, waiting, gone, show } = useHeldRows(tasks.data?.rows, key, list);
  useRowKeys(list);

  if (tasks.isPending) return <PageLoading />;
  return (
    <>
      <ProblemNotice error={tasks.error} />
      <NewRows waiting={waiting} text={t('task.newTasks', { count: waiting })} onShow={show} />
      {rows.length === 0 && <Empty title={t(`task.empty.${queue}`)}>{t(`task.emptyWhy.${queue}`)}</Empty>}
      <ul className="tasks" ref={list} aria-label={t(`queue.${queue}`)}>
        {rows.map((task) => (
          <TaskCard key={task.id} task={task} gone={gone.has(task.id)} onDo={() => setDoing(task)} />
        ))}
      </ul>
      <ListFoot
        shown={rows.length}
        total={pages[0]?.total ?? 0}
        hasMore={tasks.hasNextPage}
        loading={tasks.isFetchingNextPage}
        onMore={() => void tasks.fetchNextPage()}
      />
      {doing !== null && <DoTask task={doing} onClose={() => setDoing(null)} />}
    </>
  );
}
