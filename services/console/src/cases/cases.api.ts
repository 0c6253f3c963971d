import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import {
  type AcceptCaseRequest,
  type AgreementRequest,
  type ApplicationRequest,
  type AssignMediatorRequest,
  BodyPage,
  CasePage,
  type CaseQuery,
  CaseView,
  type DeclineCaseRequest,
  type FailCaseRequest,
  type HoldSessionRequest,
  MediatorOption,
  type OpenCaseRequest,
  type WithdrawCaseRequest,
} from '@accord/contracts';
import { request, withQuery } from '../api/request';
import { rowsOf } from '../api/rows-of';

const CASES = '/api/disputes/cases';

/** What each sub-resource of a case takes. */
interface CaseActs {
  application: ApplicationRequest;
  acceptance: AcceptCaseRequest;
  refusal: DeclineCaseRequest;
  mediator: AssignMediatorRequest;
  sessions: HoldSessionRequest;
  agreement: AgreementRequest;
  failure: FailCaseRequest;
  withdrawal: WithdrawCaseRequest;
}

const one = (id: string) => ({
  queryKey: ['cases', 'one', id],
  queryFn: ({ signal }: { signal: AbortSignal }) => request(`${CASES}/${id}`, CaseView, { signal }),
});

export function useCase(id: string): CaseView {
  return useSuspenseQuery(one(id)).data;
}

/** The case once it has come; for places that show something beside it meanwhile. */
export function useCaseQuery(id: string) {
  return useQuery(one(id));
}

export type CaseFilter = Pick<CaseQuery, 'state' | 'area' | 'mediator' | 'overdue' | 'q'>;

export function useCases(filter: CaseFilter) {
  return useInfiniteQuery({
    queryKey: ['cases', 'list', filter],
    queryFn: ({ pageParam, signal }) => request(withQuery(CASES, { ...filter, cursor: pageParam }), CasePage, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: rowsOf,
    placeholderData: keepPreviousData,
  });
}

export function useOpenCase() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: OpenCaseRequest; key: string }) =>
      request(CASES, CaseView, { method: 'POST', body, idempotencyKey: key }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['cases'] }),
  });
}

export function useActOnCase<Part extends keyof CaseActs>(id: string, part: Part) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: CaseActs[Part]; key: string }) =>
      request(`${CASES}/${id}/${part}`, CaseView, { method: 'POST', body, idempotencyKey: key }),
    onSuccess: (mediation) => {
      cache.setQueryData(['cases', 'one', id], mediation);
      for (const root of ['cases', 'tasks', 'alerts']) void cache.invalidateQueries({ queryKey: [root] });
    },
    // A refusal often means that the case has moved on meanwhile: show where it stands now.
    onError: () => cache.invalidateQueries({ queryKey: ['cases', 'one', id] }),
  });
}

const MediatorOptions = MediatorOption.array();

export function useMediatorOptions(id: string) {
  return useQuery({
    queryKey: ['cases', 'mediator-options', id],
    queryFn: ({ signal }) => request(`${CASES}/${id}/mediator-options`, MediatorOptions, { signal }),
    staleTime: 0,
  });
}

/** The bodies that may serve an area: those in it and those above it. */
export function useBodies(area: string) {
  return useQuery({
    queryKey: ['bodies', area],
    queryFn: ({ signal }) => request(withQuery('/api/disputes/bodies', { area, limit: 200 }), BodyPage, { signal }),
    staleTime: 300_000,
  });
}
