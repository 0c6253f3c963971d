import type { ReactNode } from 'react';
import { NoPermissionPage } from '../shell/no-permission-page';
import type { Permission } from './permissions';
import { useMay } from './session.api';

/** Shows the page only to those who may see it, and says plainly why the others do not. */
export function RequirePermission({ permission, children }: { permission: Permission; children: ReactNode }): ReactNode {
  return useMay(permission) ? children : <NoPermissionPage permission={permission} />;
}
