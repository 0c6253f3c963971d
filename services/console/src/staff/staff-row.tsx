import { type ReactNode, useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StaffAction, StaffMemberView } from '@accord/contracts';
import { AreaName } from '../area/area-name';
import { StaffActionForm } from './staff-action-forms';

export function StaffRow({ member }: { member: StaffMemberView }): ReactNode {
  const { t } = useTranslation();
  const [action, setAction] = useState<StaffAction | null>(null);
  return (
    <tr className={member.active ? undefined : 'is-gone'}>
      <td className="full">
        <strong>{member.name}</strong>
        <div className="rows__sub">{member.username}</div>
      </td>
      <td className="full">
        {member.grants.map(({ role, areaCode, bodyId }) => (
          <div key={role + areaCode + String(bodyId)}>
            {t(`role.${role}`)} · <AreaName code={areaCode} />
          </div>
        ))}
      </td>
      <td>{stateOf(member)}</td>
      <td className="full">
        <div className="staff-acts">
          {member.allowedActions.map((allowed) => (
            <Button key={allowed} onClick={() => setAction(allowed)}>
              {t(`staffAction.${allowed}`)}
            </Button>
          ))}
        </div>
        {action !== null && <StaffActionForm member={member} action={action} onClose={() => setAction(null)} />}
      </td>
    </tr>
  );

  function stateOf({ active, mustChangePassword }: StaffMemberView): string {
    if (!active) return t('staff.inactive');
    return mustChangePassword ? t('staff.notSignedInYet') : t('staff.active');
  }
}
