import { z } from 'zod';
import { defineEvent } from './define-event';
import { AlertLevel, AreaCode, BusinessDate, ClaimType, EmployerRef } from './vocabulary';

const aboutCase = { caseId: z.uuid(), areaCode: AreaCode };
const due = { dueOn: BusinessDate, provisional: z.boolean() };

export const CaseOpened = defineEvent({
  type: 'disputes.case-opened',
  version: 1,
  aggregate: 'case',
  keyedBy: 'caseId',
  meaning:
    'A mediation case exists: of the body’s own motion after an alert (Order 17 art. 23), or because an application came in.',
  payload: z.object({
    ...aboutCase,
    caseNo: z.string(),
    origin: z.enum(['alert', 'application']),
    alertId: z.uuid().nullable(),
    alertLevel: AlertLevel.nullable(),
    employer: EmployerRef,
    claimTypes: z.array(ClaimType).min(1),
    headCount: z.int().positive(),
    collective: z.boolean(),
    bodyId: z.uuid().nullable(),
    openedOn: BusinessDate,
    /** The federation's own limit for reaching both sides; null where an application set the statutory clocks instead. */
    reachBothSides: z.object(due).nullable(),
  }),
});

export const ApplicationReceived = defineEvent({
  type: 'disputes.application-received',
  version: 1,
  aggregate: 'case',
  keyedBy: 'caseId',
  meaning:
    'A party applied for mediation. The body decides on acceptance by `decideBy` (Order 17 art. 22); clock A runs (law art. 14).',
  payload: z.object({ ...aboutCase, receivedOn: BusinessDate, decideBy: z.object(due), clockA: z.object(due) }),
});

export const CaseAccepted = defineEvent({
  type: 'disputes.case-accepted',
  version: 1,
  aggregate: 'case',
  keyedBy: 'caseId',
  meaning: 'The body took the case on with both parties’ consent; clock B runs (Order 17 art. 29).',
  payload: z.object({ ...aboutCase, bodyId: z.uuid(), acceptedOn: BusinessDate, onTime: z.boolean(), clockB: z.object(due) }),
});

export const CaseDeclined = defineEvent({
  type: 'disputes.case-declined',
  version: 1,
  aggregate: 'case',
  keyedBy: 'caseId',
  meaning: 'The body did not take the case on; the applicant was told in writing and shown the routes that remain.',
  payload: z.object({
    ...aboutCase,
    reason: z.enum([
      'out_of_scope',
      'applicant_unwilling',
      'respondent_unwilling',
      'already_in_arbitration_or_court',
      'unreachable',
    ]),
    declinedOn: BusinessDate,
  }),
});

export const MediatorAssigned = defineEvent({
  type: 'disputes.mediator-assigned',
  version: 1,
  aggregate: 'case',
  keyedBy: 'caseId',
  meaning: 'A mediator without a conflict of interest leads the case from now on; an earlier one is released.',
  payload: z.object({ ...aboutCase, mediatorId: z.uuid(), staffId: z.uuid(), formerMediatorId: z.uuid().nullable() }),
});

export const SessionHeld = defineEvent({
  type: 'disputes.session-held',
  version: 1,
  aggregate: 'case',
  keyedBy: 'caseId',
  meaning: 'The mediator met the parties and wrote the record.',
  payload: z.object({ ...aboutCase, sessionId: z.uuid(), heldOn: BusinessDate, number: z.int().positive() }),
});

export const AgreementDrafted = defineEvent({
  type: 'disputes.agreement-drafted',
  version: 1,
  aggregate: 'case',
  keyedBy: 'caseId',
  meaning: 'The parties have terms; what is still missing before they bind is listed.',
  payload: z.object({
    ...aboutCase,
    missing: z.array(z.enum(['applicant_signature', 'respondent_signature', 'mediator_signature', 'body_seal'])),
  }),
});

export const CaseSettled = defineEvent({
  type: 'disputes.case-settled',
  version: 1,
  aggregate: 'case',
  keyedBy: 'caseId',
  meaning: 'The agreement is in force: both parties and the mediator signed, the body’s seal is on it (law art. 14).',
  payload: z.object({
    ...aboutCase,
    alertId: z.uuid().nullable(),
    inForceOn: BusinessDate,
    amountFen: z.int().nonnegative().nullable(),
    withinClockA: z.boolean().nullable(),
    withinClockB: z.boolean(),
  }),
});

export const CaseFailed = defineEvent({
  type: 'disputes.case-failed',
  version: 1,
  aggregate: 'case',
  keyedBy: 'caseId',
  meaning:
    'Mediation ended without agreement; the parties were told in writing that they may go to arbitration (Order 17 art. 30).',
  payload: z.object({
    ...aboutCase,
    alertId: z.uuid().nullable(),
    failedOn: BusinessDate,
    reason: z.enum(['no_agreement', 'consent_withdrawn', 'time_ran_out', 'party_absent']),
    withinClockB: z.boolean(),
  }),
});

export const CaseWithdrawn = defineEvent({
  type: 'disputes.case-withdrawn',
  version: 1,
  aggregate: 'case',
  keyedBy: 'caseId',
  meaning: 'The applicant took the application back before an agreement.',
  payload: z.object({ ...aboutCase, alertId: z.uuid().nullable(), withdrawnOn: BusinessDate }),
});

export const CaseDeadlinePassed = defineEvent({
  type: 'disputes.case-deadline-passed',
  version: 1,
  aggregate: 'case',
  keyedBy: 'caseId',
  meaning: 'A limit of the case ran out with its act not done. Said once per limit.',
  payload: z.object({ ...aboutCase, clock: z.string(), dueOn: BusinessDate }),
});
