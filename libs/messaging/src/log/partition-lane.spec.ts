import { describe, expect, it } from '@jest/globals';
import type { ReceivedRecord, RecordBatch } from './event-log';
import { type LaneOwner, PartitionLane } from './partition-lane';

const record = (offset: number): ReceivedRecord => ({
  topic: 'topic',
  partition: 0,
  offset: BigInt(offset),
  key: 'key',
  headers: {},
  value: `${offset}`,
});
const records = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => record(from + n));

/** A handler under the test's thumb: every batch waits until it is let go. */
class Handler implements LaneOwner {
  readonly batches: RecordBatch[] = [];
  readonly said: string[] = [];
  private letGo: (() => void)[] = [];

  async onBatch(batch: RecordBatch): Promise<void> {
    this.batches.push(batch);
    await new Promise<void>((resolve) => this.letGo.push(resolve));
  }

  onDone = (offset: bigint): void => void this.said.push(`done ${offset}`);
  onFull = (): void => void this.said.push('full');
  onRoom = (): void => void this.said.push('room');
  onFault = (error: Error): void => void this.said.push(`fault ${error.message}`);

  get last(): RecordBatch {
    return this.batches.at(-1) as RecordBatch;
  }

  async finish(upTo?: number): Promise<void> {
    if (upTo !== undefined) this.last.done(BigInt(upTo));
    this.letGo.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function aLane(): { lane: PartitionLane; handler: Handler } {
  const handler = new Handler();
  return { handler, lane: new PartitionLane('topic', 0, handler) };
}

const offsets = (batch: RecordBatch) => batch.records.map(({ offset }) => Number(offset));

describe('a partition lane', () => {
  it('gives one batch at a time, and then everything that came meanwhile', async () => {
    const { lane, handler } = aLane();

    lane.add(records(0, 1));
    lane.add(records(2, 3));
    lane.add(records(4, 4));

    expect(handler.batches.map(offsets)).toEqual([[0, 1]]);
    await handler.finish(1);
    expect(handler.batches.map(offsets)).toEqual([
      [0, 1],
      [2, 3, 4],
    ]);
    await handler.finish(4);
    await lane.close();
  });

  it('starts again for a record that comes when nothing is left', async () => {
    const { lane, handler } = aLane();
    lane.add(records(0, 0));
    await handler.finish(0);

    lane.add(records(1, 1));

    expect(handler.batches.map(offsets)).toEqual([[0], [1]]);
    await handler.finish(1);
    await lane.close();
  });

  it('gives again, before what came later, what the handler returned without settling', async () => {
    const { lane, handler } = aLane();
    lane.add(records(0, 3));
    lane.add(records(4, 5));

    await handler.finish(1);
    while (handler.batches.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));

    expect(offsets(handler.last)).toEqual([2, 3, 4, 5]);
    await handler.finish(5);
    await lane.close();
  });

  it('says that something is done once, and never backwards', async () => {
    const { lane, handler } = aLane();
    lane.add(records(0, 3));

    for (const offset of [1n, 1n, 0n, 3n]) handler.last.done(offset);

    expect(handler.said).toEqual(['done 1', 'done 3']);
    await handler.finish();
    await lane.close();
  });

  it('asks to be spared at a thousand waiting records, and for more when they are under way', async () => {
    const { lane, handler } = aLane();
    lane.add(records(0, 0));

    lane.add(records(1, 999));
    expect(handler.said).toEqual([]);
    lane.add(records(1_000, 1_000));
    expect(handler.said).toEqual(['full']);
    await handler.finish(0);

    expect(handler.said).toEqual(['full', 'done 0', 'room']);
    await handler.finish(1_000);
    await lane.close();
  });

  it('tells the batch under way to stop when the partition moves, and forgets what waits', async () => {
    const { lane, handler } = aLane();
    lane.add(records(0, 1));
    lane.add(records(2, 3));
    const first = handler.last;

    lane.abandon();
    lane.add(records(1, 3));

    expect(first.stopping()).toBe(true);
    await handler.finish(0);
    expect(offsets(handler.last)).toEqual([1, 2, 3]);
    expect(handler.last.stopping()).toBe(false);
    await handler.finish(3);
    await lane.close();
  });

  it('waits on closing for the batch under way and takes nothing more', async () => {
    const { lane, handler } = aLane();
    lane.add(records(0, 1));
    let closed = false;

    const closing = lane.close().then(() => (closed = true));
    lane.add(records(2, 3));
    await new Promise((resolve) => setImmediate(resolve));

    expect(closed).toBe(false);
    expect(handler.last.stopping()).toBe(true);
    await handler.finish(1);
    await closing;
    expect(handler.batches).toHaveLength(1);
  });

  it('reports a handler that throws, and gives the same records again', async () => {
    const { handler } = aLane();
    const attempts: number[][] = [];
    const lane = new PartitionLane('topic', 0, {
      onBatch: (batch) => {
        attempts.push(offsets(batch));
        if (attempts.length === 1) return Promise.reject(new TypeError('of a handler'));
        batch.done(1n);
        return Promise.resolve();
      },
      onDone: handler.onDone,
      onFull: handler.onFull,
      onRoom: handler.onRoom,
      onFault: handler.onFault,
    });

    lane.add(records(0, 1));
    while (attempts.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));

    expect(attempts).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(handler.said).toEqual(['fault of a handler', 'done 1']);
    await lane.close();
  });
});
