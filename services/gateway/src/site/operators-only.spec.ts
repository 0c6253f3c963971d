import { expect, it } from '@jest/globals';
import { isOwnNetwork } from './operators-only';

it.each([
  ['127.0.0.1', true],
  ['::ffff:10.1.2.3', true],
  ['172.31.255.255', true],
  ['172.32.0.1', false],
  ['::1', true],
  ['fd12::1', true],
  ['2001:db8::1', false],
  ['8.8.8.8', false],
  ['', false],
])('%s is of our own network: %s', (address, own) => {
  expect(isOwnNetwork(address)).toBe(own);
});
