import { DomainError } from '@accord/case-model';

/** A service does not answer; nothing was done. */
export class ServiceAway extends DomainError {
  readonly code = 'SERVICE_UNAVAILABLE';
  readonly kind = 'unavailable';

  constructor(service: string) {
    super(
      {
        zh: '该功能暂时不可用，请稍后再试；已填写的内容不会丢失。',
        en: `The service ${service} is briefly unavailable; try again shortly.`,
      },
      { service, retryAfterSeconds: 2 },
    );
  }
}

/** A service took too long; whether it did what was asked is not known. */
export class ServiceTimedOut extends DomainError {
  readonly code = 'SERVICE_TIMED_OUT';
  readonly kind = 'unavailable';

  constructor(service: string) {
    super(
      {
        zh: '系统响应超时，操作可能已经完成；请刷新后确认，再次提交不会重复办理。',
        en: `The service ${service} took too long and may have done what was asked; look before you repeat, with the same Idempotency-Key.`,
      },
      { service },
    );
  }
}
