import { type QueryClient, type UseMutationResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ChangePasswordRequest, SignedIn, type SignInRequest, StaffSession } from '@accord/contracts';
import { isRefusedWith } from '../api/problem';
import { SESSION_KEY } from '../api/query-client';
import { request, send } from '../api/request';
import { known } from '../shell/known';
import type { Permission } from './permissions';

async function currentSession(): Promise<StaffSession | null> {
  try {
    return await request('/api/session', StaffSession);
  } catch (error) {
    if (isRefusedWith(error, 401)) return null;
    throw error;
  }
}

/** `data` is null when nobody is signed in. */
export function useSessionQuery() {
  return useQuery({ queryKey: SESSION_KEY, queryFn: currentSession, staleTime: 60_000, refetchOnWindowFocus: 'always' });
}

/** The session of the person in front of the screen; only for pages inside the shell. */
export function useSession(): StaffSession {
  return known(useSessionQuery().data, 'the shell shows its pages only to someone who is signed in');
}

export function useMay(permission: Permission): boolean {
  return useSession().permissions.includes(permission);
}

/** What one person was shown must not be there for the next. */
function beginSession(cache: QueryClient, session: StaffSession | null): void {
  cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
  cache.setQueryData(SESSION_KEY, session);
}

export function useSignIn(): UseMutationResult<SignedIn, Error, SignInRequest> {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: SignInRequest) => request('/api/session', SignedIn, { method: 'POST', body }),
    onSuccess: ({ token: _kept, ...session }) => beginSession(cache, session),
  });
}

export function useSignOut(): UseMutationResult<unknown, Error, void> {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => send('/api/session', { method: 'DELETE' }),
    onSuccess: () => beginSession(cache, null),
  });
}

export function useChangePassword(): UseMutationResult<unknown, Error, ChangePasswordRequest> {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: ChangePasswordRequest) => send('/api/session/password', { method: 'PUT', body }),
    onSuccess: () => cache.invalidateQueries({ queryKey: SESSION_KEY }),
  });
}
