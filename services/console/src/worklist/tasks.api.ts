import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { QueueCounts, TaskPage, type TaskQueue, TaskView } from '@accord/contracts';
import { request, withQuery } from '../api/request';
import { rowsOf } from '../api/rows-of';

const TASKS = '/api/worklist/tasks';

export function useQueueCounts() {
  return useQuery({
    queryKey: ['tasks', 'counts'],
    queryFn: ({ signal }) => request(`${TASKS}/counts`, QueueCounts, { signal }),
  });
}

export function useQueue(queue: TaskQueue) {
  return useInfiniteQuery({
    queryKey: ['tasks', 'queue', queue],
    queryFn: ({ pageParam, signal }) => request(withQuery(TASKS, { queue, cursor: pageParam }), TaskPage, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: rowsOf,
    placeholderData: keepPreviousData,
  });
}

export function useActOnTask(id: string, action: 'claim' | 'release') {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => request(`${TASKS}/${id}/${action}`, TaskView, { method: 'POST', body: {} }),
    onSettled: () => cache.invalidateQueries({ queryKey: ['tasks'] }),
  });
}
