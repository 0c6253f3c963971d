import { z } from 'zod';
import { defineEvent } from './define-event';
import { AlertLevel, AlertSource, AreaCode, ClaimType, EmployerRef, Instant } from './vocabulary';

const aboutAlert = { alertId: z.uuid(), areaCode: AreaCode };

export const AlertRaised = defineEvent({
  type: 'early-warning.alert-raised',
  version: 1,
  aggregate: 'alert',
  keyedBy: 'alertId',
  meaning: 'Trouble was reported at an employer. It must be acknowledged by a named person before the given instant.',
  payload: z.object({
    ...aboutAlert,
    alertNo: z.string(),
    employer: EmployerRef,
    claimTypes: z.array(ClaimType).min(1),
    headCount: z.int().positive(),
    source: AlertSource,
    level: AlertLevel,
    postId: z.uuid().nullable(),
    raisedBy: z.uuid(),
    acknowledgeBy: Instant,
  }),
});

export const AlertGraded = defineEvent({
  type: 'early-warning.alert-graded',
  version: 1,
  aggregate: 'alert',
  keyedBy: 'alertId',
  meaning: 'The level of an alert was changed, by a person with a reason or by a newer version of the grading rule.',
  payload: z.object({
    ...aboutAlert,
    level: AlertLevel,
    formerLevel: AlertLevel,
    ruleVersion: z.int(),
    /** Until when somebody must now acknowledge or verify it; null where nobody is waited for. Left out by older events. */
    answerBy: Instant.nullable().optional(),
  }),
});

export const AlertAcknowledged = defineEvent({
  type: 'early-warning.alert-acknowledged',
  version: 1,
  aggregate: 'alert',
  keyedBy: 'alertId',
  meaning: 'A named person has taken the alert on, until the given instant; unverified by then, it is open again.',
  payload: z.object({ ...aboutAlert, acknowledgedBy: z.uuid(), expiresAt: Instant }),
});

export const AlertUnanswered = defineEvent({
  type: 'early-warning.alert-unanswered',
  version: 1,
  aggregate: 'alert',
  keyedBy: 'alertId',
  meaning: 'Nobody acknowledged in time, or an acknowledgement ran out: the alert climbed to the area that is named.',
  payload: z.object({ ...aboutAlert, climbedToArea: AreaCode, rung: z.int().nonnegative(), acknowledgeBy: Instant.nullable() }),
});

export const AlertVerified = defineEvent({
  type: 'early-warning.alert-verified',
  version: 1,
  aggregate: 'alert',
  keyedBy: 'alertId',
  meaning: 'Somebody went and looked: the trouble is real, with this head-count.',
  payload: z.object({ ...aboutAlert, headCount: z.int().positive(), verifiedBy: z.uuid() }),
});

export const AlertEscalated = defineEvent({
  type: 'early-warning.alert-escalated',
  version: 1,
  aggregate: 'alert',
  keyedBy: 'alertId',
  meaning:
    'The alert needs mediation. Published once in its life, by a person or by the grading rule itself; a case opens for it.',
  payload: z.object({
    ...aboutAlert,
    alertNo: z.string(),
    employer: EmployerRef,
    claimTypes: z.array(ClaimType).min(1),
    headCount: z.int().positive(),
    level: AlertLevel,
    /** Null when the grading rule escalated. */
    escalatedBy: z.uuid().nullable(),
  }),
});

export const AlertJoined = defineEvent({
  type: 'early-warning.alert-joined',
  version: 1,
  aggregate: 'alert',
  keyedBy: 'alertId',
  meaning: 'The alert tells of the same trouble as another and is followed there from now on.',
  payload: z.object({ ...aboutAlert, leadAlertId: z.uuid(), joinedBy: z.uuid() }),
});

export const AlertStoodDown = defineEvent({
  type: 'early-warning.alert-stood-down',
  version: 1,
  aggregate: 'alert',
  keyedBy: 'alertId',
  meaning: 'The alert ended without mediation, for the reason given.',
  payload: z.object({
    ...aboutAlert,
    reason: z.enum(['false_alarm', 'solved_on_the_spot', 'advice_given', 'referred', 'duplicate']),
    stoodDownBy: z.uuid(),
  }),
});

export const AlertResolved = defineEvent({
  type: 'early-warning.alert-resolved',
  version: 1,
  aggregate: 'alert',
  keyedBy: 'alertId',
  meaning: 'The mediation that the alert led to has ended; the raiser is to be told how.',
  payload: z.object({
    ...aboutAlert,
    caseId: z.uuid(),
    outcome: z.enum(['settled', 'failed', 'declined', 'withdrawn']),
    raisedBy: z.uuid(),
  }),
});
