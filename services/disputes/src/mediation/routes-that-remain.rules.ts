import type { LocalisedText } from '@accord/case-model';
import type { CaseState, ClaimType } from '@accord/contracts';
import { routesThatRemain } from './routes-that-remain.data';

interface Ended {
  readonly state: CaseState;
  readonly endReason: string | null;
  readonly claimTypes: readonly ClaimType[];
}

/** What the parties are to be told after refusal, failure or withdrawal (Order 17 arts. 22 and 30); nothing in any other state. */
export function routesAfter({ state, endReason, claimTypes }: Ended): LocalisedText[] {
  if (state !== 'declined' && state !== 'failed' && state !== 'withdrawn') return [];
  return routesThatRemain
    .filter((route) => route.claimTypes === undefined || route.claimTypes.some((claimType) => claimTypes.includes(claimType)))
    .filter((route) => !route.notAfter?.some((reason) => reason === endReason))
    .map(({ text }) => text);
}
