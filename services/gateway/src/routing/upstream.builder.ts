import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** A real HTTP server in the place of a service: remembers what arrived and answers with what it is told to. */
export class Upstream {
  readonly received: Received[] = [];
  /** What `/openapi.json` answers. */
  document: object = {};
  private server: Server | undefined;
  private port = 0;

  async start(): Promise<void> {
    this.server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += String(part);
      const { method = '', url = '', headers } = request;
      if (url === '/openapi.json') return void response.end(JSON.stringify(this.document));
      this.received.push({ method, url, headers, body });
      if (url.endsWith('/cut')) return void response.socket?.destroy();
      const status = url.includes('status=409') ? 409 : 200;
      response
        .writeHead(status, { 'content-type': 'application/json', location: '/api/disputes/cases/1' })
        .end('{"from":"upstream"}');
    });
    await new Promise<void>((resolve) => this.server?.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server?.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get last(): Received {
    const received = this.received.at(-1);
    if (received === undefined) throw new Error('Nothing has arrived.');
    return received;
  }

  async stop(): Promise<void> {
    const stopped = new Promise((resolve) => this.server?.close(resolve));
    this.server?.closeAllConnections();
    await stopped;
  }
}
