import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AlertVerified, CaseAccepted, type Grant, type LiveMessage } from '@accord/contracts';
import { EVENT_LOG, type EventLog } from '@accord/messaging';
import { v7 } from 'uuid';
import { anAdministrator, aRunningGateway, type RunningGateway } from '../running-gateway.builder';
import { LiveUpdates } from './live-updates';

let gateway: RunningGateway;
let admin: string;

beforeAll(async () => {
  gateway = await aRunningGateway();
  admin = (await anAdministrator(gateway)).token;
  await gateway.app.get(LiveUpdates).listening;
});

afterAll(() => gateway.close());

/** A person with one grant, signed in, with their stream open. */
async function someoneListening(role: Grant['role'], areaCode: string): Promise<Listener> {
  const username = `${role.replace('_', '-')}-${v7()}`;
  const body = { username, name: '某', grants: [{ role, areaCode, bodyId: null }] };
  const created = await gateway.ask('/api/staff', { method: 'POST', token: admin, body });
  const { oneTimePassword } = (await created.json()) as { oneTimePassword: string };
  const { token } = await gateway.signIn(username, oneTimePassword);
  const change = { currentPassword: oneTimePassword, newPassword: `${oneTimePassword}!` };
  await gateway.ask('/api/session/password', { method: 'PUT', token, body: change });
  return new Listener(token, await gateway.ask('/api/live', { token }));
}

class Listener {
  readonly heard: LiveMessage[] = [];
  readonly ended: Promise<void>;

  constructor(
    readonly token: string,
    readonly answer: Response,
  ) {
    this.ended = this.read();
  }

  async until(id: string): Promise<LiveMessage> {
    for (let looks = 0; looks < 1000; looks++) {
      const message = this.heard.find(({ subject }) => subject.id === id);
      if (message !== undefined) return message;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`Nothing was heard of ${id}.`);
  }

  private async read(): Promise<void> {
    let text = '';
    for await (const part of this.answer.body as unknown as AsyncIterable<Uint8Array>) {
      text += new TextDecoder().decode(part);
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) if (block.startsWith('data: ')) this.heard.push(JSON.parse(block.slice(6)) as LiveMessage);
    }
  }
}

async function happens(definition: typeof AlertVerified | typeof CaseAccepted, areaCode: string): Promise<string> {
  const id = v7();
  const headers = {
    ce_type: definition.type,
    ce_subject: id,
    ce_time: '2026-03-02T01:02:03.000Z',
    ce_id: v7(),
    ce_aggregateversion: '1',
  };
  const value = JSON.stringify({ [definition.keyedBy]: id, areaCode });
  await gateway.app.get<EventLog>(EVENT_LOG).append([{ topic: definition.topic, key: id, headers, value }]);
  return id;
}

describe('live updates', () => {
  it('come as server-sent events that nobody stores', async () => {
    const { answer, ended, token } = await someoneListening('supervisor', '3205');

    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(answer.headers.get('cache-control')).toContain('no-cache');

    await gateway.ask('/api/session', { method: 'DELETE', token });
    await ended;
  });

  it('say what happened to which subject, and when, and nothing more', async () => {
    const supervisor = await someoneListening('supervisor', '3205');

    const id = await happens(AlertVerified, '320505001');

    expect(await supervisor.until(id)).toEqual({
      type: 'early-warning.alert-verified',
      subject: { kind: 'alert', id },
      areaCode: '320505001',
      at: '2026-03-02T01:02:03.000Z',
    });
  });

  it('reach only those whose grants cover the area and who may read what it is about', async () => {
    const neighbour = await someoneListening('supervisor', '320506');
    const officer = await someoneListening('post_officer', '3205');
    const supervisor = await someoneListening('supervisor', '3205');

    const ofCase = await happens(CaseAccepted, '320505001');
    const ofAlert = await happens(AlertVerified, '320505001');
    const nextDoor = await happens(AlertVerified, '320506001');
    await Promise.all([neighbour.until(nextDoor), officer.until(nextDoor), supervisor.until(nextDoor), supervisor.until(ofCase)]);
    await Promise.all([officer.until(ofAlert), supervisor.until(ofAlert)]);

    expect(neighbour.heard.map(({ subject }) => subject.id)).toEqual([nextDoor]);
    expect(officer.heard.map(({ subject }) => subject.id)).not.toContain(ofCase);
    expect(supervisor.heard).toHaveLength(3);
  });

  it('go on behind a record that cannot be read', async () => {
    const supervisor = await someoneListening('supervisor', '3205');
    const log = gateway.app.get<EventLog>(EVENT_LOG);

    await log.append([{ topic: AlertVerified.topic, key: 'x', headers: { ce_type: AlertVerified.type }, value: '{"alertId":' }]);
    const id = await happens(AlertVerified, '3205');

    await expect(supervisor.until(id)).resolves.toMatchObject({ subject: { id } });
  });

  it('end when the person signs out or is deactivated', async () => {
    const leaving = await someoneListening('supervisor', '3205');
    const dismissed = await someoneListening('supervisor', '3205');
    const { staff } = (await (await gateway.ask('/api/session', { token: dismissed.token })).json()) as { staff: { id: string } };

    await gateway.ask('/api/session', { method: 'DELETE', token: leaving.token });
    await gateway.ask(`/api/staff/${staff.id}/deactivation`, { method: 'POST', token: admin });

    await Promise.all([leaving.ended, dismissed.ended]);
  });

  it('are not for those who are not signed in', async () => {
    expect((await gateway.ask('/api/live')).status).toBe(401);
  });
});
