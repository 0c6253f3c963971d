import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type IndicatorQuery, IndicatorReport, IndicatorRows } from '@accord/contracts';
import { request, withQuery } from '../api/request';
import { rowsOf } from '../api/rows-of';

export function useIndicators(asked: IndicatorQuery) {
  return useQuery({
    queryKey: ['indicators', 'report', asked],
    queryFn: ({ signal }) => request(withQuery('/api/supervision/indicators', asked), IndicatorReport, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** The list behind a figure, at the path that the figure itself names. */
export function useFigureRows(path: string | null) {
  return useInfiniteQuery({
    queryKey: ['indicators', 'rows', path],
    queryFn: ({ pageParam, signal }) => request(withQuery(path ?? '', { cursor: pageParam }), IndicatorRows, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: rowsOf,
    enabled: path !== null,
  });
}
