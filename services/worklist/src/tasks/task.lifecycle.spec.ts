import { expect, it } from '@jest/globals';
import { taskLifecycle } from './task.lifecycle';

it('offers exactly these verbs in each state', () => {
  const offered = Object.fromEntries(taskLifecycle.states().map((state) => [state, taskLifecycle.actionsFrom(state)]));

  expect(offered).toEqual({
    open: ['claim', 'confirm', 'move', 'complete', 'cancel'],
    claimed: ['release', 'move', 'complete', 'cancel'],
    done: [],
    cancelled: [],
  });
});
