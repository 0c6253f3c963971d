import { z } from 'zod';
import { ClockView } from './clock-view';
import { pageOf, Paging } from './page';
import { TimelineEntry } from './timeline';
import { AlertLevel, AreaCode, BusinessDate, ClaimType, EmployerRef, Instant, LocalisedText, StaffRef } from './vocabulary';

export const CaseState = z.enum([
  'opened',
  'applied',
  'accepted',
  'in_mediation',
  'agreed',
  'settled',
  'failed',
  'declined',
  'withdrawn',
]);
export type CaseState = z.infer<typeof CaseState>;

/** What a user may do with a case; the same list draws the buttons and guards the server. */
export const CaseAction = z.enum([
  'receiveApplication',
  'accept',
  'decline',
  'assignMediator',
  'holdSession',
  'draftAgreement',
  'putInForce',
  'declareImpasse',
  'withdraw',
]);
export type CaseAction = z.infer<typeof CaseAction>;

const Money = z.int().min(0).max(100_000_000_000_00).meta({ description: 'Integer fen.' });

export const Applicant = z.strictObject({
  name: z.string().trim().min(1).max(50),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d-]{7,20}$/)
    .optional(),
  idNumber: z
    .string()
    .trim()
    .regex(/^(\d{15}|\d{17}[\dXx])$/)
    .optional(),
});
export type Applicant = z.infer<typeof Applicant>;

export const ApplicationRequest = z.strictObject({
  form: z.enum(['written', 'oral']).meta({ description: 'Oral applications are recorded on the spot (law art. 12).' }),
  applicant: Applicant,
  receivedOn: BusinessDate.optional().meta({ description: 'Default: today. Not in the future. Starts clock A.' }),
  request: z.string().trim().min(1).max(4000),
  facts: z.string().trim().max(8000).optional(),
});
export type ApplicationRequest = z.infer<typeof ApplicationRequest>;

/** Opens a case without an alert before it. */
export const OpenCaseRequest = ApplicationRequest.extend({
  employer: z.strictObject({ id: z.uuid().optional(), name: z.string().trim().min(2).max(200) }),
  areaCode: AreaCode,
  claimTypes: z.array(ClaimType).min(1).max(10),
  headCount: z.int().min(1).max(100_000).default(1),
});
export type OpenCaseRequest = z.infer<typeof OpenCaseRequest>;

const Consent = z.strictObject({ given: z.boolean(), on: BusinessDate, how: z.enum(['signed', 'phone', 'visit', 'online']) });

export const AcceptCaseRequest = z.strictObject({
  bodyId: z.uuid().optional().meta({ description: 'Default: the proposed body.' }),
  applicantConsent: Consent,
  respondentConsent: Consent,
});
export type AcceptCaseRequest = z.infer<typeof AcceptCaseRequest>;

export const DeclineCaseRequest = z.strictObject({
  reason: z.enum([
    'out_of_scope',
    'applicant_unwilling',
    'respondent_unwilling',
    'already_in_arbitration_or_court',
    'unreachable',
  ]),
  note: z.string().trim().min(2).max(2000),
});
export type DeclineCaseRequest = z.infer<typeof DeclineCaseRequest>;

export const AssignMediatorRequest = z.strictObject({ mediatorId: z.uuid() });
export type AssignMediatorRequest = z.infer<typeof AssignMediatorRequest>;

export const HoldSessionRequest = z.strictObject({
  heldOn: BusinessDate,
  place: z.string().trim().min(1).max(200),
  present: z.array(z.enum(['applicant', 'respondent', 'representative', 'witness', 'interpreter'])).min(1),
  record: z.string().trim().min(1).max(20_000),
});
export type HoldSessionRequest = z.infer<typeof HoldSessionRequest>;

export const AgreementRequest = z.strictObject({
  terms: z.string().trim().min(1).max(20_000),
  amountFen: Money.optional(),
  performBy: BusinessDate.optional(),
  applicantSignedOn: BusinessDate.optional(),
  respondentSignedOn: BusinessDate.optional(),
  mediatorSignedOn: BusinessDate.optional(),
  bodySealedOn: BusinessDate.optional(),
});
export type AgreementRequest = z.infer<typeof AgreementRequest>;

export const FailCaseRequest = z.strictObject({
  reason: z.enum(['no_agreement', 'consent_withdrawn', 'time_ran_out', 'party_absent']),
  note: z.string().trim().min(2).max(4000),
});
export type FailCaseRequest = z.infer<typeof FailCaseRequest>;

export const WithdrawCaseRequest = z.strictObject({ note: z.string().trim().min(2).max(1000) });
export type WithdrawCaseRequest = z.infer<typeof WithdrawCaseRequest>;

export const MediatorRef = z.object({ id: z.uuid(), name: z.string(), bodyId: z.uuid() });
export type MediatorRef = z.infer<typeof MediatorRef>;

export const BodyRef = z.object({ id: z.uuid(), name: z.string() });
export type BodyRef = z.infer<typeof BodyRef>;

/** Who should take the case, and why; a chair decides. */
export const AssignmentProposal = z.object({
  body: BodyRef.nullable(),
  mediator: MediatorRef.nullable(),
  reasons: z.array(LocalisedText),
});
export type AssignmentProposal = z.infer<typeof AssignmentProposal>;

export const CaseSummary = z.object({
  id: z.uuid(),
  caseNo: z.string(),
  state: CaseState,
  origin: z.enum(['alert', 'application']),
  alertId: z.uuid().nullable(),
  alertLevel: AlertLevel.nullable(),
  employer: EmployerRef,
  areaCode: AreaCode,
  claimTypes: z.array(ClaimType),
  headCount: z.int(),
  collective: z.boolean(),
  body: BodyRef.nullable(),
  mediator: MediatorRef.nullable(),
  openedAt: Instant,
  nextDue: ClockView.nullable().meta({ description: 'The running limit that ends first.' }),
  overdue: z.boolean(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

export const SessionView = z.object({
  id: z.uuid(),
  number: z.int(),
  heldOn: BusinessDate,
  place: z.string(),
  present: z.array(z.string()),
  record: z.string(),
  recordedBy: StaffRef,
});
export type SessionView = z.infer<typeof SessionView>;

export const AgreementView = z.object({
  terms: z.string(),
  amountFen: z.int().nullable(),
  performBy: BusinessDate.nullable(),
  applicantSignedOn: BusinessDate.nullable(),
  respondentSignedOn: BusinessDate.nullable(),
  mediatorSignedOn: BusinessDate.nullable(),
  bodySealedOn: BusinessDate.nullable(),
  inForceOn: BusinessDate.nullable(),
  missing: z.array(z.enum(['applicant_signature', 'respondent_signature', 'mediator_signature', 'body_seal'])),
});
export type AgreementView = z.infer<typeof AgreementView>;

export const CaseView = CaseSummary.extend({
  alertNo: z.string().nullable(),
  applicant: z
    .object({ name: z.string(), phone: z.string().nullable(), idNumber: z.string().nullable() })
    .nullable()
    .meta({ description: 'Masked.' }),
  request: z.string().nullable(),
  proposal: AssignmentProposal,
  clocks: z
    .array(ClockView)
    .meta({ description: 'Every limit that ever ran, newest first; clock A and clock B are two of them.' }),
  sessions: z.array(SessionView),
  agreement: AgreementView.nullable(),
  closingNote: z.string().nullable(),
  routesThatRemain: z.array(LocalisedText).meta({ description: 'After refusal or failure: where the parties may go.' }),
  allowedActions: z.array(CaseAction),
  timeline: z.array(TimelineEntry),
});
export type CaseView = z.infer<typeof CaseView>;

export const CaseQuery = Paging.extend({
  alertId: z.uuid().optional(),
  state: z.union([CaseState, z.array(CaseState)]).optional(),
  area: AreaCode.optional(),
  mediator: z.union([z.uuid(), z.literal('me')]).optional(),
  overdue: z.enum(['true', 'false']).optional(),
  q: z.string().trim().max(100).optional(),
});
export type CaseQuery = z.infer<typeof CaseQuery>;

export const CasePage = pageOf(CaseSummary);

export const MediatorOption = MediatorRef.extend({
  bodyName: z.string(),
  openCases: z.int(),
  conflict: LocalisedText.nullable().meta({ description: 'Why this mediator may not take the case; null if they may.' }),
});
export type MediatorOption = z.infer<typeof MediatorOption>;

export const BodyKind = z.enum(['enterprise', 'town', 'industry', 'people']);
export type BodyKind = z.infer<typeof BodyKind>;

/** Enters a mediation body into the register. */
export const RegisterBodyRequest = z.strictObject({
  name: z.string().trim().min(2).max(200),
  kind: BodyKind,
  areaCode: AreaCode,
  employerId: z.uuid().optional().meta({ description: 'Whose committee it is; for the kind `enterprise` and no other.' }),
});
export type RegisterBodyRequest = z.infer<typeof RegisterBodyRequest>;

/** Enters a member of staff as a mediator of a body. */
export const RegisterMediatorRequest = z.strictObject({
  staffId: z.uuid(),
  name: z.string().trim().min(1).max(50),
  specialties: z.array(ClaimType).max(10).default([]),
  employerId: z.uuid().optional().meta({ description: 'Where the mediator is employed outside the union.' }),
});
export type RegisterMediatorRequest = z.infer<typeof RegisterMediatorRequest>;

export const BodyView = BodyRef.extend({
  kind: BodyKind,
  areaCode: AreaCode,
  employerId: z.uuid().nullable(),
  mediators: z.array(z.object({ id: z.uuid(), staffId: z.uuid(), name: z.string(), specialties: z.array(ClaimType) })),
});
export type BodyView = z.infer<typeof BodyView>;

export const BodyQuery = Paging.extend({
  area: AreaCode.optional().meta({ description: 'Bodies in this area or above it: those that may serve it.' }),
  q: z.string().trim().max(100).optional(),
});
export type BodyQuery = z.infer<typeof BodyQuery>;

export const BodyPage = pageOf(BodyView);
