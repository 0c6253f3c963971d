import { describe, expect, it } from '@jest/globals';
import { childOf, currentTraceparent, withTrace } from './trace-context';

const PARENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

describe('a child span', () => {
  it('stays in the trace under an id of its own and keeps the sampling decision', () => {
    const child = childOf('00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00');

    expect(child).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-00$/);
    expect(child).not.toContain('00f067aa0ba902b7');
  });

  it.each([
    undefined,
    '',
    'nonsense',
    '00-00000000000000000000000000000000-00f067aa0ba902b7-01',
    '00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01',
    'ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    `${PARENT}\r\nx: y`,
  ])('of %j begins a new trace', (parent) => {
    expect(childOf(parent)).toMatch(TRACEPARENT);
    expect(childOf(parent)).not.toContain('4bf92f3577b34da6a3ce929d0e0e4736');
  });
});

describe('work in a trace', () => {
  it('knows its trace through every await, and nobody outside does', async () => {
    const inside = await withTrace(PARENT, async () => {
      await Promise.resolve();
      return currentTraceparent();
    });

    expect(inside).toBe(PARENT);
    expect(currentTraceparent()).toBeUndefined();
  });

  it('keeps two traces at once apart', async () => {
    const seen = await Promise.all(
      [PARENT, childOf(undefined)].map((trace) =>
        withTrace(trace, async () => [trace, await Promise.resolve().then(currentTraceparent)]),
      ),
    );

    for (const [given, found] of seen) expect(found).toBe(given);
  });

  it('begins a new trace when a client sent a broken one', () => {
    expect(withTrace('broken', currentTraceparent)).toMatch(TRACEPARENT);
  });
});
