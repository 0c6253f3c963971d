import { AnswerNotUnderstood, failureOf, Unreachable } from './problem';
import { learnServerTime } from './server-time';

/** What every contract schema offers; keeps pages free of the schema library. */
export interface Contract<Shape> {
  safeParse(answer: unknown): { success: true; data: Shape } | { success: false; error: Error };
}

export interface Asking {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  /** Makes a repeated creation harmless: the server answers a second time with the first result. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** Asks the server and checks the answer against its contract. */
export async function request<Shape>(path: string, contract: Contract<Shape>, asking: Asking = {}): Promise<Shape> {
  const response = await send(path, asking);
  const answer = contract.safeParse(await response.json());
  if (answer.success) return answer.data;
  throw new AnswerNotUnderstood(`${path}: ${answer.error.message}`);
}

/** Like `request`, for acts that answer with nothing. */
export async function send(path: string, { method = 'GET', body, idempotencyKey, signal }: Asking = {}): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': document.documentElement.lang };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
  const payload = body === undefined ? undefined : JSON.stringify(body);

  const response = await fetch(path, { method, headers, body: payload, signal, credentials: 'same-origin' }).catch(
    (cause: unknown) => {
      if (signal?.aborted) throw cause;
      throw new Unreachable('no answer', { cause });
    },
  );
  learnServerTime(response);
  if (!response.ok) throw await failureOf(response);
  return response;
}

type QueryValue = string | number | boolean | undefined | null | string[];

/** Appends what is set; a list becomes a repeated parameter. */
export function withQuery(path: string, query: Record<string, QueryValue>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) value.forEach((one) => parameters.append(name, one));
    else if (value !== undefined && value !== null && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${text}`;
}
