import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import {
  AlertPage,
  type AlertQuery,
  AlertView,
  EmployerOption,
  type EscalateAlertRequest,
  Grading,
  type GradePreviewRequest,
  type JoinAlertRequest,
  type RaiseAlertRequest,
  type RegradeAlertRequest,
  type StandDownAlertRequest,
  type VerifyAlertRequest,
} from '@accord/contracts';
import { rowsOf } from '../api/rows-of';
import { request, withQuery } from '../api/request';

const ALERTS = '/api/early-warning/alerts';

/** What each action sends, and to which sub-resource. */
export interface AlertActs {
  acknowledge: Record<string, never>;
  verify: VerifyAlertRequest;
  escalate: EscalateAlertRequest;
  standDown: StandDownAlertRequest;
  join: JoinAlertRequest;
  regrade: RegradeAlertRequest;
}

const SUB_RESOURCE = {
  acknowledge: 'acknowledgement',
  verify: 'verification',
  escalate: 'escalation',
  standDown: 'standing-down',
  join: 'joining',
  regrade: 'grading',
} satisfies Record<keyof AlertActs, string>;

export function raiseAlert(body: RaiseAlertRequest, idempotencyKey: string): Promise<AlertView> {
  return request(ALERTS, AlertView, { method: 'POST', body, idempotencyKey });
}

export function useAlert(id: string): AlertView {
  return useSuspenseQuery({
    queryKey: ['alerts', 'one', id],
    queryFn: ({ signal }) => request(`${ALERTS}/${id}`, AlertView, { signal }),
  }).data;
}

/** The alert once it has come; for places that show something beside it meanwhile. */
export function useAlertQuery(id: string) {
  return useQuery({
    queryKey: ['alerts', 'one', id],
    queryFn: ({ signal }) => request(`${ALERTS}/${id}`, AlertView, { signal }),
  });
}

export type AlertFilter = Pick<AlertQuery, 'state' | 'level' | 'area' | 'mine' | 'q'>;

export function useAlerts(filter: AlertFilter) {
  return useInfiniteQuery({
    queryKey: ['alerts', 'list', filter],
    queryFn: ({ pageParam, signal }) => request(withQuery(ALERTS, { ...filter, cursor: pageParam }), AlertPage, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: rowsOf,
    placeholderData: keepPreviousData,
  });
}

export function useActOnAlert<Action extends keyof AlertActs>(id: string, action: Action) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: AlertActs[Action]) =>
      request(`${ALERTS}/${id}/${SUB_RESOURCE[action]}`, AlertView, { method: 'POST', body }),
    onSuccess: (alert) => {
      cache.setQueryData(['alerts', 'one', id], alert);
      void cache.invalidateQueries({ queryKey: ['alerts'] });
      void cache.invalidateQueries({ queryKey: ['tasks'] });
    },
    // A refusal often means that the alert has moved on meanwhile: show where it stands now.
    onError: () => cache.invalidateQueries({ queryKey: ['alerts', 'one', id] }),
  });
}

export function useGradePreview(asked: GradePreviewRequest) {
  return useQuery({
    queryKey: ['grading', asked],
    queryFn: ({ signal }) => request('/api/early-warning/grading-preview', Grading, { method: 'POST', body: asked, signal }),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  });
}

const EmployerOptions = EmployerOption.array();

export function useEmployerOptions(typed: string) {
  return useQuery({
    queryKey: ['employers', typed],
    queryFn: ({ signal }) => request(withQuery('/api/early-warning/employers', { q: typed }), EmployerOptions, { signal }),
    enabled: typed.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
