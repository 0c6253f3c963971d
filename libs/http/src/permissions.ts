import type { Role } from '@accord/contracts';

/** Everything that a route can ask for. A route names exactly one. */
export const PERMISSIONS = [
  'alert.read',
  'alert.raise',
  'alert.acknowledge',
  'alert.verify',
  'alert.escalate',
  'alert.stand-down',
  'alert.join',
  'alert.regrade',
  'employer.read',
  'case.read',
  'case.open',
  'case.apply',
  'case.accept',
  'case.decline',
  'case.assign',
  'case.hold-session',
  'case.agree',
  'case.fail',
  'case.withdraw',
  'task.read',
  'task.claim',
  'indicator.read',
  'staff.manage',
  'parked.manage',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

const everyone = ['task.read', 'task.claim', 'employer.read'] as const;
const mediates = [
  'alert.read',
  'case.read',
  'case.open',
  'case.apply',
  'case.hold-session',
  'case.agree',
  'case.fail',
  'case.withdraw',
] as const;

/** What each role may do, in the areas it is granted for. Roles of services that are not there yet hold what everyone holds. */
export const ROLE_PERMISSIONS = {
  post_officer: [...everyone, 'alert.read', 'alert.raise'],
  duty_officer: [
    ...everyone,
    'alert.read',
    'alert.raise',
    'alert.acknowledge',
    'alert.verify',
    'alert.escalate',
    'alert.stand-down',
    'alert.join',
    'alert.regrade',
    'case.read',
  ],
  mediator: [...everyone, ...mediates],
  body_chair: [...everyone, ...mediates, 'case.accept', 'case.decline', 'case.assign'],
  supervisor: [
    ...everyone,
    'alert.read',
    'alert.escalate',
    'alert.regrade',
    'alert.stand-down',
    'case.read',
    'case.assign',
    'indicator.read',
  ],
  administrator: ['task.read', 'staff.manage', 'parked.manage', 'employer.read'],
  aid_worker: everyone,
  approver: everyone,
  accountant: everyone,
  organizer: everyone,
  instructor: everyone,
  lawyer: everyone,
} satisfies Record<Role, readonly Permission[]>;
