import { z } from 'zod';
import { pageOf, Paging } from './page';
import { AreaCode, Instant, Role } from './vocabulary';

export const SignInRequest = z.strictObject({ username: z.string().trim().min(1).max(64), password: z.string().min(1).max(256) });
export type SignInRequest = z.infer<typeof SignInRequest>;

export const Grant = z.object({ role: Role, areaCode: AreaCode, bodyId: z.uuid().nullable() });
export type Grant = z.infer<typeof Grant>;

const sessionShape = z.object({
  staff: z.object({ id: z.uuid(), username: z.string(), name: z.string() }),
  grants: z.array(Grant),
  permissions: z.array(z.string()),
  mustChangePassword: z.boolean(),
  expiresAt: Instant,
});

/** Answer to a sign-in. The token goes into `Authorization: Bearer`; browsers use the cookie that is set beside it. */
export const SignedIn = sessionShape.extend({ token: z.string() });
export type SignedIn = z.infer<typeof SignedIn>;
export type StaffSession = z.infer<typeof StaffSession>;
export const StaffSession = sessionShape;

export const ChangePasswordRequest = z.strictObject({
  currentPassword: z.string().min(1).max(256),
  newPassword: z.string().min(10).max(256),
});
export type ChangePasswordRequest = z.infer<typeof ChangePasswordRequest>;

export const AreaNode = z.object({ code: AreaCode, name: z.string(), level: z.enum(['city', 'district', 'town', 'village']) });
export type AreaNode = z.infer<typeof AreaNode>;

/** What `/api/live` sends: something happened to this subject; ask again for what you show of it. */
export const LiveMessage = z.object({
  type: z.string(),
  subject: z.object({ kind: z.string(), id: z.uuid() }),
  areaCode: AreaCode,
  at: Instant,
});
export type LiveMessage = z.infer<typeof LiveMessage>;

/** What an administrator may do to a staff member now; the server refuses whatever is not listed. */
export const StaffAction = z.enum(['changeGrants', 'resetPassword', 'deactivate']);
export type StaffAction = z.infer<typeof StaffAction>;

export const StaffMemberView = z.object({
  id: z.uuid(),
  username: z.string(),
  name: z.string(),
  active: z.boolean(),
  mustChangePassword: z.boolean(),
  grants: z.array(Grant),
  allowedActions: z.array(StaffAction),
});
export type StaffMemberView = z.infer<typeof StaffMemberView>;

export const StaffPage = pageOf(StaffMemberView);

/** `q` matches the beginning of a user name or any part of a name. */
export const StaffQuery = Paging.extend({
  q: z.string().trim().max(64).optional(),
  role: Role.optional(),
  active: z.stringbool().optional(),
});
export type StaffQuery = z.infer<typeof StaffQuery>;

/** 2 to 64 lower-case letters, digits, dots, hyphens and underscores; unique in the federation. */
export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,63}$/);

export const CreateStaffRequest = z.strictObject({
  username: Username,
  name: z.string().trim().min(1).max(64),
  grants: z.array(Grant).min(1).max(50),
});
export type CreateStaffRequest = z.infer<typeof CreateStaffRequest>;

/** The grants that hold from now on inside the administrator's own areas; grants elsewhere stay as they are. */
export const ChangeGrantsRequest = z.strictObject({ grants: z.array(Grant).min(1).max(50) });
export type ChangeGrantsRequest = z.infer<typeof ChangeGrantsRequest>;

/** Shown once and stored nowhere; null when a repeated request is answered with what the first one created. */
export const StaffPasswordIssued = z.object({ staff: StaffMemberView, oneTimePassword: z.string().nullable() });
export type StaffPasswordIssued = z.infer<typeof StaffPasswordIssued>;

/** `parent` lists what lies directly below it, `q` finds by name, pinyin or pinyin initials; with neither, the top. */
export const AreaQuery = z.strictObject({ parent: AreaCode.optional(), q: z.string().trim().min(1).max(50).optional() });
export type AreaQuery = z.infer<typeof AreaQuery>;
