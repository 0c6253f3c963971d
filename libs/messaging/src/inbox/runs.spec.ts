import { describe, expect, it } from '@jest/globals';
import { runsOf, type NumberedEvent } from './runs';
import { sortOut } from './take-chunk';

const TOPIC = 'accord.test.thing';

const heard = (aggregateId: string, version: number): NumberedEvent => ({
  record: { topic: TOPIC, key: aggregateId, headers: {}, value: '{}', partition: 0, offset: BigInt(version) },
  aggregateId,
  version,
  event: undefined,
  fault: undefined,
});
const chunk = (...places: [string, number][]) => places.map(([aggregateId, version]) => heard(aggregateId, version));
const versions = (events: readonly { version: number | null }[]) => events.map(({ version }) => version);

describe('sorting a chunk into runs', () => {
  it('puts aggregates into one order, whatever the order of their records', () => {
    const runs = runsOf(chunk(['b', 1], ['a', 7], ['b', 2], ['a', 8]));

    expect(runs.map(({ aggregateId, first, last }) => [aggregateId, first, last])).toEqual([
      ['a', 7, 8],
      ['b', 1, 2],
    ]);
  });

  it('counts what was given twice', () => {
    const [run] = runsOf(chunk(['a', 1], ['a', 2], ['a', 1], ['a', 2], ['a', 3]));

    expect(run).toMatchObject({ first: 1, last: 3, repeats: 2, beyond: [] });
  });

  it('brings back into order what changed places within the chunk', () => {
    expect(versions(runsOf(chunk(['a', 6], ['a', 5]))[0]?.events ?? [])).toEqual([5, 6]);
  });

  it('ends the run at a gap', () => {
    const [run] = runsOf(chunk(['a', 1], ['a', 2], ['a', 4], ['a', 5]));

    expect(run).toMatchObject({ first: 1, last: 2 });
    expect(versions(run?.beyond ?? [])).toEqual([4, 5]);
  });
});

describe('a claim', () => {
  const [run] = runsOf(chunk(['a', 3], ['a', 4], ['a', 5], ['a', 7]));
  const sorted = (claim: Parameters<typeof sortOut>[1]) => {
    const { mine, early, followers, duplicates } = sortOut(run as NonNullable<typeof run>, claim);
    return { mine: versions(mine), early: versions(early), followers: versions(followers), duplicates };
  };

  it('that moved to the end of the run takes all of it and holds what is beyond', () => {
    expect(sorted({ before: 2, after: 5, state: 'flowing' })).toEqual({
      mine: [3, 4, 5],
      early: [7],
      followers: [],
      duplicates: 0,
    });
  });

  it('that started within the run takes only what is new', () => {
    expect(sorted({ before: 4, after: 5, state: 'flowing' })).toEqual({ mine: [5], early: [7], followers: [], duplicates: 2 });
  });

  it('that did not move, because the run comes too early, takes nothing', () => {
    expect(sorted({ before: 1, after: 1, state: 'holding' })).toEqual({
      mine: [],
      early: [3, 4, 5, 7],
      followers: [],
      duplicates: 0,
    });
  });

  it('on a parked aggregate lets everything new queue up', () => {
    expect(sorted({ before: 3, after: 3, state: 'parked' })).toEqual({
      mine: [],
      early: [],
      followers: [4, 5, 7],
      duplicates: 1,
    });
  });

  it('that was far ahead knows everything already', () => {
    expect(sorted({ before: 9, after: 9, state: 'flowing' })).toEqual({ mine: [], early: [], followers: [], duplicates: 4 });
  });
});
