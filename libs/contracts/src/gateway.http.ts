import { z } from 'zod';
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
