import { describe, expect, it } from '@jest/globals';
import { leavesPrefix, pauseBeforeRepeat } from './routing.rules';

const failed = (code: string): Error => Object.assign(new Error(code), { code });

describe('an address under a service', () => {
  it.each([
    ['/api/disputes/cases', false],
    ['/api/disputes/cases?next=../x', false],
    ['/api/disputes/cases/%E5%92%8C', false],
    ['/api/disputes/../worklist/tasks', true],
    ['/api/disputes/%2E%2e/worklist', true],
    ['/api/disputes/a%2fb', true],
    ['/api/disputes/..\\..\\metrics', true],
    ['//api/disputes/cases', false],
  ])('%s leaves it: %s', (url, leaves) => {
    expect(leavesPrefix(url, '/api/disputes')).toBe(leaves);
  });
});

describe('a request that failed', () => {
  it('is repeated whatever it was when it never arrived', () => {
    expect(pauseBeforeRepeat(failed('ECONNREFUSED'), { method: 'POST' }, 0)).toBe(25);
  });

  it('is repeated when it was cut off and does no harm', () => {
    expect(pauseBeforeRepeat(failed('UND_ERR_SOCKET'), { method: 'GET' }, 1)).toBe(50);
    expect(pauseBeforeRepeat(failed('UND_ERR_SOCKET'), { method: 'POST', idempotencyKey: 'k' }, 2)).toBe(100);
  });

  it('is not repeated when it was cut off and may have been done', () => {
    expect(pauseBeforeRepeat(failed('UND_ERR_SOCKET'), { method: 'POST' }, 0)).toBeNull();
  });

  it('is not repeated for ever, nor when it was answered, nor when it took too long', () => {
    expect(pauseBeforeRepeat(failed('ECONNREFUSED'), { method: 'GET' }, 8)).toBeNull();
    expect(pauseBeforeRepeat(null, { method: 'GET' }, 0)).toBeNull();
    expect(pauseBeforeRepeat(failed('UND_ERR_HEADERS_TIMEOUT'), { method: 'GET' }, 0)).toBeNull();
  });
});
