import { z } from 'zod';
import { pageOf, Paging } from './page';
import { TimelineEntry } from './timeline';
import { AlertLevel, AlertSource, AreaCode, ClaimType, EmployerRef, Instant, LocalisedText, StaffRef } from './vocabulary';

export const AlertState = z.enum([
  'raised',
  'acknowledged',
  'verified',
  'escalated',
  'resolved',
  'unresolved',
  'stood_down',
  'joined',
]);
export type AlertState = z.infer<typeof AlertState>;

/** What a user may do with an alert; the same list draws the buttons and guards the server. */
export const AlertAction = z.enum(['acknowledge', 'verify', 'escalate', 'standDown', 'join', 'regrade']);
export type AlertAction = z.infer<typeof AlertAction>;

export const AlertSigns = z.strictObject({
  stoppage: z.boolean().default(false),
  roadBlocked: z.boolean().default(false),
  injury: z.boolean().default(false),
  crossEmployer: z.boolean().default(false),
  arrearsMonths: z.int().min(0).max(120).default(0),
});
export type AlertSigns = z.infer<typeof AlertSigns>;

export const RaiseAlertRequest = z.strictObject({
  employer: z.strictObject({
    id: z.uuid().optional().meta({ description: 'A known employer. Left out, the alert names one that nobody knows yet.' }),
    name: z.string().trim().min(2).max(200),
  }),
  areaCode: AreaCode,
  place: z.string().trim().max(200).optional(),
  headCount: z.int().min(1).max(100_000),
  claimTypes: z.array(ClaimType).min(1).max(10),
  signs: AlertSigns.prefault({}),
  observed: z.string().trim().min(1).max(4000),
  source: AlertSource.default('post'),
  occurredAt: Instant.optional().meta({ description: 'When the trouble was seen; not in the future. Default: now.' }),
  level: AlertLevel.optional().meta({ description: 'Only to overrule the grading rule; then `levelReason` is required.' }),
  levelReason: z.string().trim().min(2).max(500).optional(),
});
export type RaiseAlertRequest = z.infer<typeof RaiseAlertRequest>;

export const VerifyAlertRequest = z.strictObject({
  headCount: z.int().min(1).max(100_000),
  findings: z.string().trim().min(1).max(4000),
  signs: AlertSigns.optional(),
});
export type VerifyAlertRequest = z.infer<typeof VerifyAlertRequest>;

export const EscalateAlertRequest = z.strictObject({ note: z.string().trim().max(1000).optional() });
export type EscalateAlertRequest = z.infer<typeof EscalateAlertRequest>;

export const StandDownReason = z.enum(['false_alarm', 'solved_on_the_spot', 'advice_given', 'referred', 'duplicate']);
export type StandDownReason = z.infer<typeof StandDownReason>;

export const StandDownAlertRequest = z.strictObject({ reason: StandDownReason, note: z.string().trim().min(2).max(1000) });
export type StandDownAlertRequest = z.infer<typeof StandDownAlertRequest>;

export const JoinAlertRequest = z.strictObject({ leadAlertId: z.uuid() });
export type JoinAlertRequest = z.infer<typeof JoinAlertRequest>;

export const RegradeAlertRequest = z.strictObject({ level: AlertLevel, reason: z.string().trim().min(2).max(500) });
export type RegradeAlertRequest = z.infer<typeof RegradeAlertRequest>;

/** Which rule gave the level, in words a user can check. */
export const Grading = z.object({
  level: AlertLevel,
  ruleVersion: z.int(),
  ruleKey: z.string(),
  because: LocalisedText,
  escalatesItself: z.boolean(),
  overruledBy: z.string().nullable(),
});
export type Grading = z.infer<typeof Grading>;

export const GradePreviewRequest = z.strictObject({ headCount: z.int().min(1).max(100_000), signs: AlertSigns.prefault({}) });
export type GradePreviewRequest = z.infer<typeof GradePreviewRequest>;

export const AlertSummary = z.object({
  id: z.uuid(),
  alertNo: z.string(),
  state: AlertState,
  level: AlertLevel,
  employer: EmployerRef,
  areaCode: AreaCode,
  headCount: z.int(),
  claimTypes: z.array(ClaimType),
  raisedAt: Instant,
  raisedBy: StaffRef,
  acknowledgeBy: Instant.nullable(),
  caseId: z.uuid().nullable(),
});
export type AlertSummary = z.infer<typeof AlertSummary>;

export const AlertView = AlertSummary.extend({
  place: z.string().nullable(),
  observed: z.string(),
  signs: AlertSigns,
  source: AlertSource,
  occurredAt: Instant,
  grading: Grading,
  acknowledgedBy: StaffRef.nullable(),
  findings: z.string().nullable(),
  outcome: z.enum(['settled', 'failed', 'declined', 'withdrawn']).nullable(),
  standDownReason: StandDownReason.nullable(),
  joinedInto: z.uuid().nullable(),
  duplicates: z
    .array(AlertSummary)
    .meta({ description: 'Open alerts of the same employer within 48 h, to be compared side by side.' }),
  allowedActions: z.array(AlertAction),
  timeline: z.array(TimelineEntry),
});
export type AlertView = z.infer<typeof AlertView>;

export const AlertQuery = Paging.extend({
  state: z.union([AlertState, z.array(AlertState)]).optional(),
  level: AlertLevel.optional(),
  area: AreaCode.optional(),
  mine: z.enum(['true', 'false']).optional().meta({ description: '`true`: only those that I raised.' }),
  q: z.string().trim().max(100).optional(),
});
export type AlertQuery = z.infer<typeof AlertQuery>;

export const AlertPage = pageOf(AlertSummary);

export const EmployerOption = z.object({
  id: z.uuid(),
  name: z.string(),
  areaCode: AreaCode,
  headCount: z.int().nullable(),
  lastAlertAt: Instant.nullable(),
});
export type EmployerOption = z.infer<typeof EmployerOption>;

/** What a user has typed of an employer's name, in characters or pinyin initials. */
export const EmployerQuery = z.object({ q: z.string().trim().min(1).max(100) });
export type EmployerQuery = z.infer<typeof EmployerQuery>;

/** A warning post as lists show it. */
export const PostView = z.object({ id: z.uuid(), name: z.string(), areaCode: AreaCode, kind: z.string() });
export type PostView = z.infer<typeof PostView>;
