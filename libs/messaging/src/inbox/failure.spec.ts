import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { TookTooLong } from '../within';
import { FailedAt, kindOf } from './failure';
import type { HeardEvent } from './heard-event';

const coded = (code: string) => Object.assign(new Error('refused'), { code });

describe('a failure', () => {
  it.each(['40001', '40P01', '55P03'])('with the code %s is a collision', (code) => {
    expect(kindOf(coded(code))).toBe('collision');
    expect(kindOf(new QueryFailedError('UPDATE', [], coded(code)))).toBe('collision');
  });

  it.each(['08006', '57P01', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET'])('with the code %s is a lost connection', (code) => {
    expect(kindOf(coded(code))).toBe('connection');
    expect(kindOf(new FailedAt({} as HeardEvent, coded(code)))).toBe('connection');
  });

  it.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
    'Query runner already released. Cannot run queries anymore.',
  ])('that says "%s" is a lost connection', (message) => {
    expect(kindOf(new Error(message))).toBe('connection');
  });

  it.each([new TypeError('x is not a function'), coded('23505'), coded('22P02'), 'a string', undefined])(
    'like %p lasts',
    (error) => {
      expect(kindOf(error)).toBe('lasting');
    },
  );

  it('of a handler that hangs lasts', () => {
    const hung = new FailedAt({} as HeardEvent, new TookTooLong('The handler did not end', 15_000));

    expect(hung.hung).toBe(true);
    expect(kindOf(hung)).toBe('lasting');
  });
});
