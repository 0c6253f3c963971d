import { describe, expect, it } from '@jest/globals';
import { browserFamily, comesFromHere, secondsToWait } from './session.rules';

const NOW = new Date('2026-03-02T09:00:00Z');
const ago = (seconds: number): Date => new Date(NOW.getTime() - seconds * 1000);

describe('the wait after failed sign-ins', () => {
  it('is none before the last allowed failure', () => {
    expect(secondsToWait([ago(1), ago(2)], 3, 60_000, NOW)).toBe(0);
  });

  it('lasts until the oldest of them has left the window', () => {
    expect(secondsToWait([ago(1), ago(50), ago(20)], 3, 60_000, NOW)).toBe(10);
  });

  it('is over with the last second of the window', () => {
    expect(secondsToWait([ago(59), ago(59), ago(59)], 3, 60_000, NOW)).toBe(1);
    expect(secondsToWait([ago(60), ago(60), ago(60)], 3, 60_000, NOW)).toBe(0);
  });
});

describe('a request comes from our own pages', () => {
  it.each([
    [{ site: 'same-origin' }, true],
    [{ site: 'same-site', origin: 'https://accord.example', host: 'accord.example' }, false],
    [{ site: 'none' }, false],
    [{ origin: 'http://accord.example:8080', host: 'accord.example:8080' }, true],
    [{ origin: 'http://accord.example:8081', host: 'accord.example:8080' }, false],
    [{ origin: 'null', host: 'accord.example' }, false],
    [{ host: 'accord.example' }, false],
  ])('%j: %s', (request, expected) => {
    expect(comesFromHere(request)).toBe(expected);
  });
});

describe('of a browser nothing is kept but its family', () => {
  it.each([
    ['Mozilla/5.0 (iPhone) AppleWebKit/605 MicroMessenger/8.0', 'WeChat'],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/142.0 Safari/537.36 Edg/142.0', 'Edge'],
    ['Mozilla/5.0 (X11; Linux) Chrome/142.0 Safari/537.36', 'Chrome'],
    ['Mozilla/5.0 (Macintosh) Version/19.0 Safari/605', 'Safari'],
    [undefined, 'other'],
  ])('%s', (userAgent, family) => {
    expect(browserFamily(userAgent)).toBe(family);
  });
});
