import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRunningGateway, type RunningGateway } from '../running-gateway.builder';

const folder = mkdtempSync(join(tmpdir(), 'console-'));
let gateway: RunningGateway;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>和鸣</title>');
  writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'console.log("plain")');
  writeFileSync(join(folder, 'assets', 'app-1a2b.js.gz'), 'compressed');
  gateway = await aRunningGateway({ CONSOLE_DIR: folder, COOKIE_SECURE: 'true' });
});

afterAll(async () => {
  await gateway.close();
  rmSync(folder, { recursive: true });
});

describe('the console', () => {
  it.each(['/', '/cases/0198b2c4', '/alerts?level=red'])('is one page at %s, asked for anew every time', async (path) => {
    const answer = await gateway.ask(path);

    expect([answer.status, await answer.text()]).toEqual([200, '<!doctype html><title>和鸣</title>']);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  it('has parts that browsers may keep for ever', async () => {
    const answer = await gateway.ask('/assets/app-1a2b.js', { headers: { 'accept-encoding': 'identity' } });

    expect(await answer.text()).toBe('console.log("plain")');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it.each(['/assets/gone.js', '/..%2f..%2fetc/passwd.txt', '/api/nothing-here'])('has nothing at %s', async (path) => {
    const answer = await gateway.ask(path);

    expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'NO_SUCH_ROUTE' }]);
  });

  it('runs no script but its own, cannot be framed, and stays on https where it was set up so', async () => {
    const { headers } = await gateway.ask('/');
    const policy = headers.get('content-security-policy') ?? '';

    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(headers.get('strict-transport-security')).toMatch('max-age=31536000');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('metrics', () => {
  it('are for monitors beside the gateway, not for who comes through a proxy', async () => {
    const near = await gateway.ask('/metrics');
    const far = await gateway.ask('/metrics', { headers: { 'x-forwarded-for': '10.0.0.1' } });

    expect([near.status, far.status]).toEqual([200, 404]);
    expect(await near.text()).toContain('accord_messaging');
  });
});

describe('a door without a console', () => {
  it('says how to build one', async () => {
    const bare = await aRunningGateway({ CONSOLE_DIR: join(folder, 'not-there') });

    const answer = await bare.ask('/cases');
    await bare.close();

    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('nx build console')]);
  });
});

describe('a session over https', () => {
  it('lies in a cookie that never goes over http', async () => {
    const answer = await gateway.ask('/api/session', { method: 'DELETE' });

    expect(answer.headers.get('set-cookie')).toContain('; Secure');
  });
});
