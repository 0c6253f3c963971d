import { Problem } from '@accord/contracts';

/** The server understood and refused; `problem` says what is wrong and where, in the language asked for. */
export class RequestRefused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }

  /** What the record allows instead, where the refusal says so. */
  get allowed(): string[] {
    const allowed = this.problem.details?.allowed;
    return Array.isArray(allowed) ? allowed.filter((action): action is string => typeof action === 'string') : [];
  }
}

/** No answer came: the device is offline, or the system behind the door is not up. Asking again later makes sense. */
export class Unreachable extends Error {}

/** An answer came that does not fit the contract. */
export class AnswerNotUnderstood extends Error {}

const BEHIND_THE_DOOR = new Set([502, 503, 504]);

export async function failureOf(response: Response): Promise<Error> {
  if (BEHIND_THE_DOOR.has(response.status)) return new Unreachable(`HTTP ${response.status}`);
  const body: unknown = await response.json().catch(() => null);
  const problem = Problem.safeParse(body);
  if (problem.success) return new RequestRefused(problem.data);
  return new RequestRefused({ type: 'about:blank', title: '', status: response.status, code: `HTTP_${response.status}` });
}

export function isRefusedWith(error: unknown, status: number): boolean {
  return error instanceof RequestRefused && error.problem.status === status;
}
