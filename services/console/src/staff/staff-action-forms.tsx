import { type ReactNode, useState } from 'react';
import {
  ChangeGrantsRequest,
  type Grant,
  type StaffAction,
  type StaffMemberView,
  type StaffPasswordIssued,
} from '@accord/contracts';
import { useTranslation } from 'react-i18next';
import { useOwnAreas } from '../area/area-field';
import { liesIn } from '../area/areas.api';
import { ActionDrawer } from '../record/action-drawer';
import { known } from '../shell/known';
import { GrantFields } from './grant-fields';
import { OneTimePassword } from './one-time-password';
import { useChangeGrants, useDeactivate, useResetPassword } from './staff.api';

interface MemberFormProps {
  member: StaffMemberView;
  onClose: () => void;
}

const FORMS = {
  changeGrants: ChangeGrantsForm,
  resetPassword: ResetPasswordForm,
  deactivate: DeactivateForm,
} satisfies Record<StaffAction, (props: MemberFormProps) => ReactNode>;

export function StaffActionForm({ action, ...props }: MemberFormProps & { action: StaffAction }): ReactNode {
  const Shown = FORMS[action];
  return <Shown {...props} />;
}

function ChangeGrantsForm({ member, onClose }: MemberFormProps): ReactNode {
  const { t } = useTranslation();
  const change = useChangeGrants(member.id);
  const own = useOwnAreas();
  const home = known(own[0], 'every grant names an area');
  return (
    <ActionDrawer<{ grants: Partial<Grant>[] }>
      title={t('staff.grantsOf', { name: member.name })}
      intro={t('staff.grantsIntro')}
      submitLabel={t('staffAction.changeGrants')}
      draftKey={`staff.${member.id}.grants`}
      initial={{ grants: member.grants.filter(({ areaCode }) => own.some((area) => liesIn(areaCode, area))) }}
      onSubmit={({ grants }) =>
        change.mutateAsync(ChangeGrantsRequest.parse({ grants: grants.map((grant) => ({ bodyId: null, ...grant })) }))
      }
      onClose={onClose}
    >
      <GrantFields home={home} />
    </ActionDrawer>
  );
}

function ResetPasswordForm({ member, onClose }: MemberFormProps): ReactNode {
  const { t } = useTranslation();
  const reset = useResetPassword(member.id);
  const [issued, setIssued] = useState<StaffPasswordIssued | null>(null);
  if (issued !== null) return <OneTimePassword issued={issued} onClose={onClose} />;
  return (
    <ActionDrawer
      title={t('staffAction.resetPassword')}
      intro={t('staff.resetIntro', { name: member.name })}
      submitLabel={t('staffAction.resetPassword')}
      draftKey={`staff.${member.id}.reset`}
      initial={{}}
      onSubmit={async () => setIssued(await reset.mutateAsync())}
      onClose={() => undefined}
      onCancel={onClose}
    />
  );
}

function DeactivateForm({ member, onClose }: MemberFormProps): ReactNode {
  const { t } = useTranslation();
  const deactivate = useDeactivate(member.id);
  return (
    <ActionDrawer
      title={t('staffAction.deactivate')}
      intro={t('staff.deactivateIntro', { name: member.name })}
      submitLabel={t('staffAction.deactivate')}
      draftKey={`staff.${member.id}.deactivate`}
      initial={{}}
      onSubmit={() => deactivate.mutateAsync()}
      onClose={onClose}
    />
  );
}
