import { DomainError } from '@accord/case-model';

/** The user name or the password is wrong, or the person no longer works here; the answer does not say which. */
export class SignInFailed extends DomainError {
  readonly code = 'SIGN_IN_FAILED';
  readonly kind = 'unauthenticated';

  constructor() {
    super({ zh: '用户名或密码不正确。', en: 'The user name or the password is wrong.' });
  }
}

export class TooManySignIns extends DomainError {
  readonly code = 'TOO_MANY_SIGN_INS';
  readonly kind = 'too_many';

  constructor(retryAfterSeconds: number) {
    const minutes = Math.ceil(retryAfterSeconds / 60);
    super(
      {
        zh: `登录失败次数过多，请在 ${minutes} 分钟后再试。`,
        en: `Too many failed sign-ins; try again in ${minutes} minute${minutes === 1 ? '' : 's'}.`,
      },
      { retryAfterSeconds },
    );
  }
}

/** The password was handed over by an administrator; nothing else is open before it is changed. */
export class PasswordChangeRequired extends DomainError {
  readonly code = 'PASSWORD_CHANGE_REQUIRED';
  readonly kind = 'forbidden';

  constructor() {
    super({ zh: '请先修改初始密码。', en: 'Change your one-time password first.' });
  }
}

export class CurrentPasswordWrong extends DomainError {
  readonly code = 'CURRENT_PASSWORD_WRONG';
  readonly kind = 'invalid';
  override readonly field = 'currentPassword';

  constructor() {
    super({ zh: '当前密码不正确。', en: 'The current password is wrong.' });
  }
}

/** A change asked for by another site in the name of a signed-in browser. */
export class CrossSiteRequest extends DomainError {
  readonly code = 'CROSS_SITE_REQUEST';
  readonly kind = 'forbidden';

  constructor() {
    super({
      zh: '该请求来自其他网站，已拒绝。',
      en: 'This change was asked for from another site. Programs use Authorization: Bearer with the token of POST /api/session.',
    });
  }
}
