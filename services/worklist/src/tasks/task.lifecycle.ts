import { Lifecycle } from '@accord/case-model';
import type { TaskState } from '@accord/contracts';

/** What can happen to a task: people claim, confirm and release; events complete, cancel and move. */
export type TaskVerb = 'claim' | 'confirm' | 'release' | 'move' | 'complete' | 'cancel';

export const taskLifecycle = new Lifecycle<TaskState, TaskVerb>(
  'task',
  'open',
  {
    open: { claim: 'claimed', confirm: 'done', move: 'open', complete: 'done', cancel: 'cancelled' },
    claimed: { release: 'open', move: 'open', complete: 'done', cancel: 'cancelled' },
    done: {},
    cancelled: {},
  },
  {
    open: { zh: '待办', en: 'open' },
    claimed: { zh: '已认领', en: 'claimed' },
    done: { zh: '已办', en: 'done' },
    cancelled: { zh: '已取消', en: 'cancelled' },
    claim: { zh: '认领', en: 'claim' },
    confirm: { zh: '确认知悉', en: 'confirm' },
    release: { zh: '退回', en: 'release' },
    move: { zh: '转办', en: 'move' },
    complete: { zh: '办结', en: 'complete' },
    cancel: { zh: '取消', en: 'cancel' },
  },
);
