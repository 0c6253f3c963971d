import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignedInStaff } from '../session/signed-in-staff';
import type { LiveNews } from './live-message';
import { LiveStream } from './live-stream';

const SUPERVISOR = new SignedInStaff(
  'session',
  { id: '0198b2c4-0000-7000-8000-000000000001', username: 'gu', name: '顾秀英' },
  [{ role: 'supervisor', areaCode: '3205', bodyId: null }],
  false,
  new Date('2026-03-02T09:00:00Z'),
);
const NEWS: LiveNews = {
  permission: 'alert.read',
  message: {
    type: 'early-warning.alert-verified',
    subject: { kind: 'alert', id: '0198b2c4-0000-7000-8000-000000000002' },
    areaCode: '320505',
    at: '2026-03-02T09:00:00.000Z',
  },
};

let server: Server;
let stream: LiveStream;
let gone: Promise<unknown>;

beforeAll(async () => {
  server = createServer((request, response) => {
    gone = new Promise((resolve) => request.once('close', resolve));
    stream = new LiveStream(SUPERVISOR, response);
    stream.open({});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function aReader(): Promise<IncomingMessage> {
  const [answer] = (await once(get({ port: (server.address() as AddressInfo).port }), 'response')) as [IncomingMessage];
  return answer;
}

describe('a reader that does not read', () => {
  it('is let go instead of being waited for', async () => {
    const reader = await aReader();
    reader.on('error', () => undefined).pause();

    for (let told = 0; told < 200; told++) stream.tell(NEWS, 'x'.repeat(100_000));

    await gone;
    expect(() => stream.tell(NEWS, 'x')).not.toThrow();
  });
});

describe('a reader whose session is over', () => {
  it('gets the end of the stream', async () => {
    const reader = await aReader();
    const ended = once(reader.resume(), 'end');

    stream.become(undefined);

    await ended;
  });
});
