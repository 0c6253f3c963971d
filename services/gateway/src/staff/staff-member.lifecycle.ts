import { Lifecycle } from '@accord/case-model';
import type { StaffAction } from '@accord/contracts';

export type StaffState = 'active' | 'deactivated';

export const staffLifecycle = new Lifecycle<StaffState, StaffAction | 'changePassword'>(
  'staff member',
  'active',
  {
    active: { changeGrants: 'active', resetPassword: 'active', changePassword: 'active', deactivate: 'deactivated' },
    deactivated: {},
  },
  {
    active: { zh: '在用', en: 'active' },
    deactivated: { zh: '已停用', en: 'deactivated' },
    changeGrants: { zh: '调整授权', en: 'changing the grants' },
    resetPassword: { zh: '重置密码', en: 'resetting the password' },
    changePassword: { zh: '修改密码', en: 'changing the password' },
    deactivate: { zh: '停用', en: 'deactivation' },
  },
);
