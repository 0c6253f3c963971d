import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { ParkedEventView, Requeued } from '@accord/contracts';
import { request } from '../api/request';

/** The services that keep parked events. */
export const SERVICES = ['early-warning', 'disputes', 'worklist', 'supervision'] as const;
export type ServiceName = (typeof SERVICES)[number];

export interface ParkedAt extends ParkedEventView {
  service: ServiceName;
}

const ParkedEvents = ParkedEventView.array();

/** What every service could not take, asked of each by itself: one that is down does not hide the others. */
export function useParked(): { parked: ParkedAt[]; silent: ServiceName[]; pending: boolean } {
  const answers = useQueries({
    queries: SERVICES.map((service) => ({
      queryKey: ['parked', service],
      queryFn: ({ signal }: { signal: AbortSignal }) => request(`/api/${service}/parked`, ParkedEvents, { signal }),
      refetchInterval: 15_000,
    })),
  });
  return {
    parked: SERVICES.flatMap((service, index) => (answers[index]?.data ?? []).map((event) => ({ ...event, service }))),
    silent: SERVICES.filter((_service, index) => answers[index]?.isError),
    pending: answers.some(({ isPending }) => isPending),
  };
}

export function useRequeue({ service, aggregateId, consumer }: ParkedAt) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () =>
      request(`/api/${service}/parked/${encodeURIComponent(aggregateId)}/requeue`, Requeued, {
        method: 'POST',
        body: { consumer },
      }),
    onSettled: () => cache.invalidateQueries({ queryKey: ['parked'] }),
  });
}

export function useDiscard({ service, aggregateId, consumer }: ParkedAt) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      request(`/api/${service}/parked/${encodeURIComponent(aggregateId)}/discard`, Requeued, {
        method: 'POST',
        body: { consumer, reason },
      }),
    onSettled: () => cache.invalidateQueries({ queryKey: ['parked'] }),
  });
}
