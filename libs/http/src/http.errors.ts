import { DomainError } from '@accord/case-model';

/** No token, or one that has expired; sign in again. */
export class SignInRequired extends DomainError {
  readonly code = 'SIGN_IN_REQUIRED';
  readonly kind = 'unauthenticated';

  constructor() {
    super({ zh: '请先登录。', en: 'Please sign in.' });
  }
}

/** The person is signed in but holds the permission nowhere. */
export class PermissionMissing extends DomainError {
  readonly code = 'PERMISSION_MISSING';
  readonly kind = 'forbidden';

  constructor(permission: string) {
    super(
      { zh: '您没有办理此事的权限，请联系管理员。', en: `You do not hold the permission ${permission}; ask an administrator.` },
      { permission },
    );
  }
}

/** The act names an area that the person's grants do not cover. */
export class AreaNotYours extends DomainError {
  readonly code = 'AREA_NOT_YOURS';
  readonly kind = 'forbidden';

  constructor(
    override readonly field: string,
    areaCode: string,
  ) {
    super({ zh: '该地区不在您的工作范围内。', en: `The area ${areaCode} is outside the areas you are granted.` }, { areaCode });
  }
}

/** A date given by a client lies ahead of the present. */
export class DateInFuture extends DomainError {
  readonly code = 'DATE_IN_FUTURE';
  readonly kind = 'invalid';

  constructor(
    override readonly field: string,
    given: string,
  ) {
    super({ zh: `日期不能晚于现在：${given}。`, en: `The date must not be in the future: ${given}.` }, { given });
  }
}

/** The cursor is not one that a page of this list handed out. */
export class CursorInvalid extends DomainError {
  readonly code = 'CURSOR_INVALID';
  readonly kind = 'invalid';
  override readonly field = 'cursor';

  constructor() {
    super({ zh: '翻页位置无效，请从第一页重新查询。', en: 'This is not a cursor of this list; start from the first page.' });
  }
}

/** The input does not have the shape that the route asks for; each issue names a field. */
export class InvalidInput extends DomainError {
  readonly code = 'INVALID_INPUT';
  readonly kind = 'invalid';

  constructor(readonly issues: { field: string; message: string }[]) {
    super({ zh: '填写的内容有误，请按提示修改。', en: 'Some of the input is not valid; see the fields.' });
  }
}
