import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TcpProxy } from './tcp-proxy';

/** Answers every chunk with itself. */
let echo: Server;
let proxy: TcpProxy;
const clients: Socket[] = [];

beforeEach(async () => {
  echo = createServer((socket) => socket.on('error', () => {}).pipe(socket));
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
  proxy = await TcpProxy.to({ host: '127.0.0.1', port: (echo.address() as AddressInfo).port });
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await proxy.close();
  await new Promise((resolve) => echo.close(resolve));
});

async function aClient(): Promise<Socket> {
  const client = connect({ host: '127.0.0.1', port: proxy.port });
  clients.push(client);
  await new Promise((resolve, reject) => client.once('connect', resolve).once('error', reject));
  return client;
}

/** What comes back within the time, or null. */
function answerTo(client: Socket, text: string, patience: number): Promise<string | null> {
  client.write(text);
  return nextAnswer(client, patience);
}

function nextAnswer(client: Socket, patience: number): Promise<string | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), patience);
    client.once('data', (chunk) => {
      clearTimeout(timer);
      resolve(chunk.toString());
    });
  });
}

const LONG_MS = 5_000;
const SHORT_MS = 150;

describe('a network that passes', () => {
  it('carries both ways', async () => {
    expect(await answerTo(await aClient(), '和鸣', LONG_MS)).toBe('和鸣');
  });

  it('carries more than a socket buffers', async () => {
    const client = await aClient();
    const sent = Buffer.alloc(8 * 1024 * 1024, 'x');
    let arrived = 0;

    const whole = new Promise<void>((resolve) => {
      client.on('data', (chunk) => {
        arrived += chunk.length;
        if (arrived === sent.length) resolve();
      });
    });
    client.write(sent);
    await whole;

    expect(arrived).toBe(sent.length);
  });

  it('ends the other side when one side ends', async () => {
    const client = await aClient();
    await answerTo(client, 'hello', LONG_MS);

    const closed = new Promise((resolve) => client.once('close', resolve));
    client.end();
    await closed;

    expect(proxy.openConnections).toBe(0);
  });
});

describe('cutting the network', () => {
  it('resets open connections and refuses new ones until it is mended', async () => {
    const client = await aClient();
    await answerTo(client, 'hello', LONG_MS);
    const broken = new Promise<string>((resolve) =>
      client.once('error', (error) => resolve((error as { code?: string }).code ?? '')),
    );

    proxy.cut();

    expect(await broken).toBe('ECONNRESET');
    const refused = connect({ host: '127.0.0.1', port: proxy.port });
    clients.push(refused);
    expect(await new Promise((resolve) => refused.once('error', (error) => resolve((error as { code?: string }).code)))).toBe(
      'ECONNRESET',
    );

    proxy.resume();
    expect(await answerTo(await aClient(), 'again', LONG_MS)).toBe('again');
  });
});

describe('stalling the network', () => {
  it('keeps connections open and lets nothing through', async () => {
    const client = await aClient();
    await answerTo(client, 'before', LONG_MS);

    proxy.stall();

    expect(await answerTo(client, 'during', SHORT_MS)).toBeNull();
    expect(client.destroyed).toBe(false);
    expect(await answerTo(await aClient(), 'new', SHORT_MS)).toBeNull();
  });

  it('delivers late what was sent meanwhile', async () => {
    const client = await aClient();
    await answerTo(client, 'before', LONG_MS);
    proxy.stall();
    await answerTo(client, 'during', SHORT_MS);

    proxy.resume();

    expect(await nextAnswer(client, LONG_MS)).toBe('during');
  });
});
