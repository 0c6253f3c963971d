import { useParams } from 'react-router';
import { known } from './known';

/** A part of the address that the route guarantees. */
export function useRequiredParam(name: string): string {
  return known(useParams()[name], `the route of this page names :${name}`);
}
