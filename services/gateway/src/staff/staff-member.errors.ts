import { DomainError } from '@accord/case-model';

/** There is no such person, or none in the areas that the administrator manages. */
export class StaffMemberNotFound extends DomainError {
  readonly code = 'STAFF_MEMBER_NOT_FOUND';
  readonly kind = 'not_found';

  constructor(staffId: string) {
    super({ zh: '没有找到该人员。', en: `There is no staff member ${staffId}.` }, { staffId });
  }
}

export class UsernameTaken extends DomainError {
  readonly code = 'USERNAME_TAKEN';
  readonly kind = 'refused';
  override readonly field = 'username';

  constructor(username: string) {
    super({ zh: '该用户名已被使用，请换一个。', en: `The user name ${username} is taken; choose another.` }, { username });
  }
}

/** The person is also granted areas that this administrator does not manage; only someone over all of them may do this. */
export class StaffBeyondYourAreas extends DomainError {
  readonly code = 'STAFF_BEYOND_YOUR_AREAS';
  readonly kind = 'forbidden';

  constructor(areaCodes: string[]) {
    super(
      {
        zh: '该人员在您管理范围以外的地区也有授权，请由上级管理员办理。',
        en: `This person is also granted areas that you do not manage (${areaCodes.join(', ')}); ask an administrator above you.`,
      },
      { areaCodes },
    );
  }
}

/** Nobody would be left to administer the area; appoint another administrator first. */
export class LastAdministrator extends DomainError {
  readonly code = 'LAST_ADMINISTRATOR';
  readonly kind = 'refused';

  constructor(areaCode: string) {
    super(
      {
        zh: '这是该地区最后一名管理员，请先任命另一名管理员。',
        en: `This is the last administrator over ${areaCode}; appoint another one first.`,
      },
      { areaCode },
    );
  }
}

export class AreaUnknown extends DomainError {
  readonly code = 'AREA_UNKNOWN';
  readonly kind = 'invalid';

  constructor(
    override readonly field: string,
    areaCode: string,
  ) {
    super({ zh: `没有代码为 ${areaCode} 的地区。`, en: `There is no area ${areaCode}.` }, { areaCode });
  }
}

/** The same grant stands in the list twice. */
export class GrantRepeated extends DomainError {
  readonly code = 'GRANT_REPEATED';
  readonly kind = 'invalid';

  constructor(override readonly field: string) {
    super({ zh: '同一项授权出现了两次。', en: 'The same grant stands in the list twice.' });
  }
}

/** The new password is the current one, or the user name. */
export class PasswordNotNew extends DomainError {
  readonly code = 'PASSWORD_NOT_NEW';
  readonly kind = 'invalid';
  override readonly field = 'newPassword';

  constructor() {
    super({
      zh: '新密码不能与当前密码或用户名相同。',
      en: 'The new password must differ from the current one and from the user name.',
    });
  }
}
