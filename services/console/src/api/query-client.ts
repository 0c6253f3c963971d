import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isRefusedWith, Unreachable } from './problem';

export const SESSION_KEY = ['session'];

/** A 401 anywhere means that the session has ended: the shell then shows the sign-in page and drafts stay. */
function noticeEndedSession(error: unknown): void {
  if (isRefusedWith(error, 401)) queryClient.setQueryData(SESSION_KEY, null);
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEndedSession }),
  mutationCache: new MutationCache({ onError: noticeEndedSession }),
  defaultOptions: {
    queries: { retry: (failures, error) => error instanceof Unreachable && failures < 2, staleTime: 10_000 },
    mutations: { retry: false, networkMode: 'always' },
  },
});
