import { describe, expect, it } from '@jest/globals';
import { Lifecycle } from './lifecycle';

const door = new Lifecycle<'closed' | 'open', 'open' | 'close'>('door', 'closed', {
  closed: { open: 'open' },
  open: { close: 'closed' },
});

describe('a lifecycle', () => {
  it('leads from state to state by its table', () => {
    expect(door.next('closed', 'open')).toBe('open');
  });

  it('refuses what a state does not offer and lists what it does', () => {
    expect(() => door.next('closed', 'close')).toThrow(
      expect.objectContaining({ code: 'ACTION_NOT_ALLOWED', details: { state: 'closed', action: 'close', allowed: ['open'] } }),
    );
  });

  it('names the states in the words of its users', () => {
    const worded = new Lifecycle<'shut', never>('door', 'shut', { shut: {} }, { shut: { zh: '关着', en: 'shut' } });

    expect(() => worded.next('shut', 'open' as never)).toThrow(
      expect.objectContaining({ text: expect.objectContaining({ zh: expect.stringContaining('关着') }) }),
    );
  });

  it('cannot be declared with a state that nothing leads to', () => {
    expect(() => new Lifecycle<'a' | 'b', 'x'>('thing', 'a', { a: {}, b: { x: 'a' } })).toThrow('nothing leads from "a" to b');
  });
});
