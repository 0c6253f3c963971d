import { z } from 'zod';
import { defineEvent } from './define-event';
import { AreaCode, Role } from './vocabulary';

export const StaffMemberChanged = defineEvent({
  type: 'gateway.staff-member-changed',
  version: 1,
  aggregate: 'staff',
  keyedBy: 'staffId',
  meaning: 'A staff member joined, left, or has other grants from now on. Names are not carried.',
  payload: z.object({
    staffId: z.uuid(),
    active: z.boolean(),
    grants: z.array(z.object({ role: Role, areaCode: AreaCode, bodyId: z.uuid().nullable() })),
  }),
});
