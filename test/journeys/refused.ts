import type { Problem } from '@accord/contracts';
import { expect } from '@jest/globals';
import type { Person } from './running-accord';

const CHINESE = /\p{Script=Han}/u;

export interface Attempt {
  method?: string;
  path: string;
  /** A string goes as it is, for bodies that are wrong on purpose. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Refusal {
  status: number;
  code: string;
  /** The input at fault; left out where none is. */
  field?: string;
}

/** Asks once in each language and requires a problem that says what is wrong and where, in that language. */
export async function expectRefused(person: Person, attempt: Attempt, { status, code, field }: Refusal): Promise<Problem> {
  const { method = attempt.body === undefined ? 'GET' : 'POST', path, body, headers } = attempt;
  const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const json: Record<string, string> = sent === undefined ? {} : { 'content-type': 'application/json' };
  const [chinese, english] = await Promise.all(
    (['zh-CN', 'en'] as const).map((language) => person.in(language).send<Problem>(method, path, sent, { ...json, ...headers })),
  );
  for (const [answer, speaksChinese] of [
    [chinese, true],
    [english, false],
  ] as const) {
    const problem = answer?.body as Problem;
    expect({ path, ...problem }).toMatchObject({ path, status, code, type: `urn:accord:problem:${code.toLowerCase()}` });
    expect(answer?.status).toBe(status);
    expect(answer?.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect([problem.title, CHINESE.test(problem.title)]).toEqual([problem.title, speaksChinese]);
    if (field === undefined) continue;
    const fault = problem.errors?.find((error) => error.field === field);
    expect(problem.errors?.map((error) => error.field)).toContain(field);
    expect([fault?.message, CHINESE.test(fault?.message ?? '')]).toEqual([fault?.message, speaksChinese]);
  }
  return english?.body as Problem;
}
