import type { AlertAction } from '@accord/contracts';
import type { Permission } from '@accord/http';

/** What each act on an alert asks for, in the alert's area. */
const PERMISSION: Record<AlertAction, Permission> = {
  acknowledge: 'alert.acknowledge',
  verify: 'alert.verify',
  escalate: 'alert.escalate',
  standDown: 'alert.stand-down',
  join: 'alert.join',
  regrade: 'alert.regrade',
};

/** The acts that the alert offers now and that this person may do where it lies; buttons and server go by the same list. */
export function allowedActions(
  alert: { offeredActions: AlertAction[]; areaCode: string },
  actor: { may(permission: Permission, areaCode: string): boolean },
): AlertAction[] {
  return alert.offeredActions.filter((action) => actor.may(PERMISSION[action], alert.areaCode));
}
