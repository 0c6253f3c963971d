import { setTimeout as pause } from 'node:timers/promises';
import type { LiveMessage } from '@accord/contracts';

/** Somebody's open `/api/live`, read as a browser reads it. */
export class LiveReader {
  readonly messages: LiveMessage[] = [];

  private constructor(
    readonly contentType: string | null,
    private readonly ending: AbortController,
  ) {}

  /** Resolves once the stream has said its first word, so that nothing that happens from now on is missed. */
  static async open(address: string, token: string): Promise<LiveReader> {
    const ending = new AbortController();
    const response = await fetch(`${address}/api/live`, {
      headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
      signal: ending.signal,
    });
    if (response.status !== 200 || response.body === null) throw new Error(`/api/live answered ${response.status}.`);
    const reader = new LiveReader(response.headers.get('content-type'), ending);
    const parts = response.body.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]();
    const first = await parts.next();
    void reader.read(parts, first.done ? '' : first.value);
    return reader;
  }

  /** Resolves with the first message that is wanted, or says what came instead. */
  async hears(wanted: (message: LiveMessage) => boolean, seconds = 10): Promise<LiveMessage> {
    for (let waited = 0; waited < seconds * 1000; waited += 20) {
      const found = this.messages.find(wanted);
      if (found !== undefined) return found;
      await pause(20);
    }
    throw new Error(`Not heard in ${seconds} s; heard ${JSON.stringify(this.messages)}`);
  }

  close(): void {
    this.ending.abort();
  }

  private async read(parts: AsyncIterator<string>, first: string): Promise<void> {
    let text = first;
    for (;;) {
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const line = block.split('\n').find((part) => part.startsWith('data: '));
        if (line !== undefined) this.messages.push(JSON.parse(line.slice('data: '.length)) as LiveMessage);
      }
      const next = await parts.next().catch(() => ({ done: true as const, value: undefined }));
      if (next.done) return;
      text += next.value;
    }
  }
}
