import type { AlertSummary, AlertView, TimelineEntry } from '@accord/contracts';
import type { Actor } from '@accord/http';
import type { Alert } from './alert.entity';
import { allowedActions } from './alert-access.rules';
import type { AlertTimelineLine } from './alert-timeline.entity';

export function summarise(alert: Alert): AlertSummary {
  const { id, alertNo, state, level, employer, areaCode, headCount, claimTypes, caseId } = alert;
  return {
    id,
    alertNo,
    state,
    level,
    employer,
    areaCode,
    headCount,
    claimTypes,
    raisedAt: alert.raisedAt.toISOString(),
    raisedBy: { id: alert.raisedBy, name: alert.raisedByName },
    acknowledgeBy: alert.awaitsAcknowledgement ? (alert.answerDueAt?.toISOString() ?? null) : null,
    caseId,
  };
}

export function viewOf(alert: Alert, around: { timeline: AlertTimelineLine[]; duplicates: Alert[] }, actor: Actor): AlertView {
  const { place, observed, signs, source, grading, findings, outcome, standDownReason, joinedInto } = alert;
  return {
    ...summarise(alert),
    place,
    observed,
    signs,
    source,
    occurredAt: alert.occurredAt.toISOString(),
    grading,
    acknowledgedBy: alert.acknowledgedBy === null ? null : { id: alert.acknowledgedBy, name: alert.acknowledgedByName ?? '' },
    findings,
    outcome,
    standDownReason,
    joinedInto,
    duplicates: around.duplicates.map(summarise),
    allowedActions: allowedActions(alert, actor),
    timeline: around.timeline.map(entryOf),
  };
}

function entryOf({ at, what, actor, text }: AlertTimelineLine): TimelineEntry {
  return { at: at.toISOString(), what, actor, text };
}
