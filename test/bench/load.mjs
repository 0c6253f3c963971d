// A small HTTP client with kept connections; it must cost less than what it measures.
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export class Client {
  #agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(port, token) {
    this.port = port;
    this.token = token;
  }

  post(path, body, headers = {}) {
    const text = JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const call = request(
        {
          agent: this.#agent,
          host: '127.0.0.1',
          port: this.port,
          path,
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
            ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
            ...headers,
          },
        },
        (response) => {
          const chunks = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode, body: JSON.parse(Buffer.concat(chunks).toString() || '{}'), at: now() }),
          );
        },
      );
      call.on('error', reject);
      call.end(text);
    });
  }

  close() {
    this.#agent.destroy();
  }
}

/** Wall-clock milliseconds with a fraction. */
export const now = () => performance.timeOrigin + performance.now();

/** Does `work` for every item with so many at once. */
export async function atOnce(items, width, work) {
  const waiting = [...items].reverse();
  const results = [];
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) results.push(await work(item));
    }),
  );
  return results;
}

/** Does `work` for every item at a steady rate, without waiting for one before the next. */
export async function atRate(items, perSecond, work) {
  const start = now();
  const running = [];
  for (const [index, item] of items.entries()) {
    const due = start + (index * 1000) / perSecond;
    if (due > now()) await pause(due - now());
    running.push(work(item));
  }
  return Promise.all(running);
}

/** The value below which this share of the numbers lies. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
