import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  type ChangeGrantsRequest,
  type CreateStaffRequest,
  type Role,
  StaffMemberView,
  StaffPage,
  StaffPasswordIssued,
} from '@accord/contracts';
import { request, withQuery } from '../api/request';
import { rowsOf } from '../api/rows-of';

const STAFF = '/api/staff';

export interface StaffFilter {
  q?: string;
  role?: Role;
}

export function useStaff(filter: StaffFilter) {
  return useInfiniteQuery({
    queryKey: ['staff', filter],
    queryFn: ({ pageParam, signal }) => request(withQuery(STAFF, { ...filter, cursor: pageParam }), StaffPage, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: rowsOf,
    placeholderData: keepPreviousData,
  });
}

export function useCreateStaff() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: CreateStaffRequest; key: string }) =>
      request(STAFF, StaffPasswordIssued, { method: 'POST', body, idempotencyKey: key }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['staff'] }),
  });
}

export function useChangeGrants(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: ChangeGrantsRequest) => request(`${STAFF}/${id}/grants`, StaffMemberView, { method: 'PUT', body }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['staff'] }),
  });
}

export function useResetPassword(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => request(`${STAFF}/${id}/password-reset`, StaffPasswordIssued, { method: 'POST', body: {} }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['staff'] }),
  });
}

export function useDeactivate(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => request(`${STAFF}/${id}/deactivation`, StaffMemberView, { method: 'POST', body: {} }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['staff'] }),
  });
}
