import type { Consumer } from './consumer';
import type { Handling } from './handling';
import { type Parking, putAside } from './parked-records';
import { type Claim, claimRuns, markHolding, type Place } from './positions';
import { type NumberedEvent, type Run, runsOf } from './runs';

/** What became of a chunk. */
export interface Tally {
  readonly taken: number;
  readonly foreign: number;
  readonly duplicates: number;
  readonly held: number;
  readonly parked: number;
  /** Aggregates that something was waiting for and that have moved: what waits may be next. */
  readonly moved: readonly Place[];
}

/** Takes a chunk inside its transaction: claims the positions, puts aside what is early or blocked, lets the handlers work. */
export async function takeChunk(
  handling: Handling,
  consumer: Consumer,
  chunk: readonly NumberedEvent[],
  timeout: number,
): Promise<Tally> {
  const runs = runsOf(chunk);
  const claims = await handling.answer(claimRuns(handling.db, consumer.name, runs));
  const sorted = runs.map((run, n) => sortOut(run, claims[n] as Claim));

  const early = sorted.flatMap((part) => part.early);
  const followers = sorted.flatMap((part) => part.followers);
  await putAside(handling.db, consumer.name, [...aside(early, 'gap'), ...aside(followers, 'follower')]);
  if (early.length > 0)
    await markHolding(
      handling.db,
      consumer.name,
      runs.filter((_, n) => sorted[n]?.early.length),
    );

  const mine = sorted.flatMap((part) => part.mine);
  for (const group of groupsOf(mine, consumer)) await handling.handle(group, consumer, timeout);

  const taken = mine.filter(({ event }) => event !== undefined).length;
  return {
    taken,
    foreign: mine.length - taken,
    duplicates: sorted.reduce((sum, part) => sum + part.duplicates, 0),
    held: early.length,
    parked: followers.length,
    moved: runs
      .filter((_, n) => isMoved(claims[n] as Claim))
      .map(({ topic, aggregateId }) => ({ consumer: consumer.name, topic, aggregateId })),
  };
}

/** Events side by side that their handlers take together; any other stands alone. What nobody handles is left out. */
export function groupsOf(mine: readonly NumberedEvent[], consumer: Pick<Consumer, 'takesTogether'>): NumberedEvent[][] {
  const groups: NumberedEvent[][] = [];
  for (const heard of mine) {
    if (!heard.event) continue;
    const last = groups.at(-1);
    const joins = last?.[0]?.event?.type === heard.event.type && consumer.takesTogether(heard.event.type);
    if (last && joins) last.push(heard);
    else groups.push([heard]);
  }
  return groups;
}

/** What a claim makes of a run: what takes effect now, what came too early, what queues behind a parked event. */
export function sortOut({ events, beyond, repeats }: Run, { before, after, state }: Claim): SortedRun {
  const all = [...events, ...beyond];
  const fresh = all.filter(({ version }) => version > before);
  const duplicates = repeats + all.length - fresh.length;
  if (state === 'parked') return { mine: [], early: [], followers: fresh, duplicates };
  return {
    mine: fresh.filter(({ version }) => version <= after),
    early: fresh.filter(({ version }) => version > after),
    followers: [],
    duplicates,
  };
}

export interface SortedRun {
  readonly mine: readonly NumberedEvent[];
  readonly early: readonly NumberedEvent[];
  readonly followers: readonly NumberedEvent[];
  readonly duplicates: number;
}

function aside(events: readonly NumberedEvent[], reason: 'gap' | 'follower'): Parking[] {
  return events.map((heard) => ({ heard, reason, error: null }));
}

function isMoved({ before, after, state }: Claim): boolean {
  return state === 'holding' && after > before;
}
