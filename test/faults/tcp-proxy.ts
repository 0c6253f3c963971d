import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

type Mood = 'passing' | 'stalled' | 'cut';

/**
 * A network between a client and a server that a test can damage. `cut` resets what is open and refuses what is new;
 * `stall` is the half-open case: connections stay, and are still accepted, but not a byte gets through.
 */
export class TcpProxy {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private mood: Mood = 'passing';

  private constructor(
    private readonly server: Server,
    private readonly target: { readonly host: string; readonly port: number },
  ) {
    server.on('connection', (client) => this.join(client));
  }

  /** Opens a proxy on a free port of 127.0.0.1. */
  static async to(target: { host: string; port: number }): Promise<TcpProxy> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    return new TcpProxy(server, target);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get openConnections(): number {
    return this.pairs.size;
  }

  cut(): void {
    this.mood = 'cut';
    this.resetAll();
  }

  stall(): void {
    this.mood = 'stalled';
    for (const pair of this.pairs) for (const socket of pair) socket.pause();
  }

  /** What was held back while stalled arrives now, late but whole. */
  resume(): void {
    this.mood = 'passing';
    for (const pair of this.pairs) for (const socket of pair) socket.resume();
  }

  async close(): Promise<void> {
    this.resetAll();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket): void {
    if (this.mood === 'cut') {
      client.resetAndDestroy();
      return;
    }
    const upstream = connect(this.target);
    const pair = [client, upstream] as const;
    this.pairs.add(pair);
    this.carry(client, upstream, pair);
    this.carry(upstream, client, pair);
  }

  private carry(from: Socket, to: Socket, pair: readonly [Socket, Socket]): void {
    from.setNoDelay(true);
    if (this.mood === 'stalled') from.pause();
    from.on('data', (chunk) => {
      if (to.write(chunk) || this.mood !== 'passing') return;
      from.pause();
      to.once('drain', () => {
        if (this.mood === 'passing') from.resume();
      });
    });
    from.once('end', () => to.end());
    from.once('error', () => to.destroy());
    from.once('close', () => {
      to.destroy();
      this.pairs.delete(pair);
    });
  }

  private resetAll(): void {
    for (const pair of this.pairs) for (const socket of pair) socket.resetAndDestroy();
    this.pairs.clear();
  }
}
