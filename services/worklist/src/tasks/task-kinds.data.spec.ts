import { describe, expect, it } from '@jest/globals';
import { taskEvents } from './task-events';
import { taskKinds } from './task-kinds.data';

const heard = new Set<string>(taskEvents.map(({ type }) => type));

describe('the table from events to tasks', () => {
  it.each(taskKinds.map((kind) => [kind.key, kind] as const))('listens to every event that %s names', (_, kind) => {
    const named = [
      ...kind.raisedBy,
      ...(kind.movedBy ?? []),
      ...(kind.redatedBy ?? []),
      ...kind.completedBy,
      ...kind.cancelledBy,
    ].map(({ type }) => type);

    expect(named.filter((type) => !heard.has(type))).toEqual([]);
  });

  it.each(taskKinds.map((kind) => [kind.key, kind] as const))('lets %s be raised and lets it end', (_, kind) => {
    expect(kind.raisedBy.length).toBeGreaterThan(0);
    expect(kind.notice === true || kind.completedBy.length > 0).toBe(true);
  });

  it.each(taskKinds.map((kind) => [kind.key, kind] as const))('never both completes and cancels %s by one event', (_, kind) => {
    expect(kind.completedBy.filter(({ type }) => kind.cancelledBy.some((ending) => ending.type === type))).toEqual([]);
  });

  it('calls every kind by a name of its own', () => {
    expect(new Set(taskKinds.map(({ key }) => key)).size).toBe(taskKinds.length);
  });
});
