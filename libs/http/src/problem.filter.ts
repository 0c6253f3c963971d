import { DomainError } from '@accord/case-model';
import type { Problem } from '@accord/contracts';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, HttpStatus, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { InvalidInput } from './http.errors';
import { type AccordRequest, type Language, languageOf } from './request';

const STATUS = {
  refused: HttpStatus.CONFLICT,
  invalid: HttpStatus.UNPROCESSABLE_ENTITY,
  not_found: HttpStatus.NOT_FOUND,
  forbidden: HttpStatus.FORBIDDEN,
  unauthenticated: HttpStatus.UNAUTHORIZED,
  too_many: HttpStatus.TOO_MANY_REQUESTS,
  unavailable: HttpStatus.SERVICE_UNAVAILABLE,
} satisfies Record<DomainError['kind'], HttpStatus>;

/** What the framework itself refuses, in the users' words. */
const FRAMEWORK: Partial<Record<number, { code: string; zh: string; en: string }>> = {
  400: {
    code: 'MALFORMED_REQUEST',
    zh: '请求格式不正确，无法读取。',
    en: 'The request cannot be read: its JSON or a parameter is malformed.',
  },
  404: { code: 'NO_SUCH_ROUTE', zh: '没有这个地址。', en: 'There is nothing at this address.' },
  405: { code: 'METHOD_NOT_ALLOWED', zh: '此地址不支持该操作。', en: 'This address does not support that method.' },
  413: { code: 'TOO_LARGE', zh: '内容过大，请精简后再提交。', en: 'The request is too large.' },
  414: { code: 'ADDRESS_TOO_LONG', zh: '地址过长。', en: 'The address is too long.' },
  415: { code: 'UNSUPPORTED_MEDIA_TYPE', zh: '请以 JSON 提交。', en: 'Send application/json.' },
  429: { code: 'TOO_MANY_REQUESTS', zh: '操作过于频繁，请稍后再试。', en: 'Too many requests; try again shortly.' },
  503: {
    code: 'UNAVAILABLE',
    zh: '服务暂时不可用，请稍后再试，已填写的内容不会丢失。',
    en: 'The service is briefly unavailable; try again.',
  },
};

/** The only place where a refusal becomes an HTTP answer, `application/problem+json`, in the reader's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    this.answer(error, host.switchToHttp().getRequest<AccordRequest>(), host.switchToHttp().getResponse<FastifyReply>());
  }

  /** The same for routes that the framework does not know of; a plugin's error handler. */
  answer(error: unknown, request: AccordRequest, reply: FastifyReply): void {
    const problem = this.problemOf(error, languageOf(request));
    const traceId = /^00-([0-9a-f]{32})-/.exec(String(request.headers?.traceparent ?? ''))?.[1];
    if (traceId !== undefined) problem.traceId = traceId;
    const retryAfter = problem.details?.retryAfterSeconds;
    if (typeof retryAfter === 'number') void reply.header('retry-after', String(retryAfter));
    if (error instanceof DomainError && problem.status >= 500) this.log.warn(error.message);
    else if (problem.status >= 500) this.log.error(error instanceof Error ? error.stack : String(error));
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  }

  private problemOf(error: unknown, language: Language): Problem {
    if (error instanceof DomainError) return fromDomain(error, language);
    if (isAway(error)) return fromFramework(503, language);
    if (error instanceof HttpException) return fromFramework(error.getStatus(), language);
    const status = (error as { statusCode?: unknown } | null)?.statusCode;
    if (typeof status === 'number' && status >= 400 && status < 500) return fromFramework(status, language);
    return problem(
      500,
      'INTERNAL',
      language === 'zh' ? '系统出错，已记录。请稍后再试。' : 'Something went wrong on our side; it has been recorded.',
    );
  }
}

function fromDomain(error: DomainError, language: Language): Problem {
  const answer = problem(STATUS[error.kind], error.code, error.text[language]);
  if (error instanceof InvalidInput) answer.errors = error.issues;
  else if (error.field !== undefined) answer.errors = [{ field: error.field, message: error.text[language] }];
  if (Object.keys(error.details).length > 0) answer.details = error.details;
  return answer;
}

function fromFramework(status: number, language: Language): Problem {
  const known = FRAMEWORK[status] ?? {
    code: `HTTP_${status}`,
    zh: '请求未能完成。',
    en: 'The request could not be carried out.',
  };
  return problem(status, known.code, known[language]);
}

function problem(status: number, code: string, title: string): Problem {
  return { type: `urn:accord:problem:${code.toLowerCase()}`, title, status, code };
}

/** The database is away: not the client's fault, and worth trying again. */
function isAway(error: unknown): boolean {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  const message = error instanceof Error ? error.message : '';
  return (
    /^(08|57P0)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE'].includes(code) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(message)
  );
}
