import { useQuery } from '@tanstack/react-query';
import { AreaNode } from '@accord/contracts';
import { request, withQuery } from '../api/request';

const AreaNodes = AreaNode.array();
const FOREVER = { staleTime: Infinity, gcTime: Infinity };

/** Lengths of division codes from the city down: city, district, town, village. */
const LENGTHS = [4, 6, 9, 12];

export function parentOf(code: string): string | null {
  const shorter = LENGTHS.filter((length) => length < code.length).at(-1);
  return shorter === undefined ? null : code.slice(0, shorter);
}

/** True if `code` lies in `area` or is it. */
export function liesIn(code: string, area: string): boolean {
  return code.startsWith(area);
}

export function useAreasIn(parent: string | null) {
  return useQuery({
    queryKey: ['areas', 'in', parent],
    queryFn: ({ signal }) => request(withQuery('/api/areas', { parent }), AreaNodes, { signal }),
    enabled: parent !== null,
    ...FOREVER,
  });
}

export function useAreaPath(code: string | null) {
  return useQuery({
    queryKey: ['areas', 'path', code],
    queryFn: ({ signal }) => request(`/api/areas/${code}/path`, AreaNodes, { signal }),
    enabled: code !== null,
    ...FOREVER,
  });
}

/** The name of one division; its neighbours come with it, so a list of many places asks few questions. */
export function useAreaName(code: string | null): string | undefined {
  const parent = code === null ? null : parentOf(code);
  const neighbours = useAreasIn(parent);
  const alone = useAreaPath(parent === null ? code : null);
  return [...(neighbours.data ?? []), ...(alone.data ?? [])].find((area) => area.code === code)?.name;
}
