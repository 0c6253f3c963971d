import { createServer, type Server } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AlertView, Page, AlertSummary } from '@accord/contracts';
import { afterAll, describe, expect, it } from '@jest/globals';
import { anAlert, eventually, RunningAccord, transport } from './running-accord';

let folder = '';
afterAll(async () => {
  if (folder !== '') await rm(folder, { recursive: true, force: true });
});

describe(`running Accord on the ${transport} transport`, () => {
  it('finds its data again at the second start, after Ctrl+C', async () => {
    folder = await mkdtemp(join(tmpdir(), 'accord-journey-'));
    const first = await RunningAccord.start({ folder });
    const officer = await first.signIn('post');
    const { body: alert } = await officer.post<AlertView>('/api/early-warning/alerts', anAlert());
    expect(await first.stop({ keepData: true })).toBe(0);

    const second = await RunningAccord.start({ folder });
    const again = await second.signIn('post');
    expect((await again.get<AlertView>(`/api/early-warning/alerts/${alert.id}`)).body.alertNo).toBe(alert.alertNo);
    await second.killRunner();
  }, 240_000);

  it('starts after its runner was killed, and keeps one instance per data folder', async () => {
    const third = await RunningAccord.start({ folder });
    await expect(RunningAccord.start({ folder })).rejects.toThrow(/already|running/i);
    const officer = await third.signIn('post');
    expect((await officer.get<Page<AlertSummary>>('/api/early-warning/alerts?mine=true')).body.total).toBeGreaterThan(0);
    await third.stop({ keepData: true });
  }, 240_000);

  it('says plainly that a port is taken', async () => {
    const taken: Server = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '0.0.0.0', resolve));
    const { port } = taken.address() as { port: number };

    await expect(RunningAccord.start({ folder, port })).rejects.toThrow(`Port ${port} is taken`);
    await new Promise((resolve) => taken.close(resolve));
  }, 60_000);

  it('will not mix demo data into an empty system', async () => {
    await expect(RunningAccord.start({ folder, args: ['--empty'] })).rejects.toThrow(/Choose another folder with --data/);
  }, 60_000);

  it('starts empty with one administrator who must choose a password', async () => {
    const empty = await RunningAccord.start({ args: ['--empty'] });
    const password =
      /one-time password (\S+);/.exec(
        await eventually(
          async () => empty.output,
          (text) => text.includes('one-time password'),
        ),
      )?.[1] ?? '';
    const admin = await empty.signIn('admin', password);

    expect((await admin.get('/api/staff')).body).toMatchObject({ code: 'PASSWORD_CHANGE_REQUIRED' });
    const change = JSON.stringify({ currentPassword: password, newPassword: 'a long enough secret' });
    expect(
      (await admin.send('PUT', '/api/session/password', change, { 'content-type': 'application/json' })).status,
    ).toBeLessThan(300);
    const renewed = await empty.signIn('admin', 'a long enough secret');
    expect((await renewed.get<Page<unknown>>('/api/staff')).body.total).toBe(1);
    await empty.stop();
  }, 240_000);
});
