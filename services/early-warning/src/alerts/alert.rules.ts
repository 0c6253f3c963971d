import type { AlertState, Grading, RaiseAlertRequest, StaffRef } from '@accord/contracts';
import { DateInFuture } from '@accord/http';
import type { OnDuty } from '../duty/on-duty';
import { LeadAlertUnfit, LevelReasonRequired } from './alert.errors';
import { isOpen } from './alert.lifecycle';
import { grade, type GradingInForce, overrule } from './grading.rules';

/** What the service adds to what a raiser tells. */
export interface Registered {
  id: string;
  alertNo: string;
  employer: { id: string; name: string; nameKey: string; confirmed: boolean };
  postId: string | null;
  rule: GradingInForce;
  onDuty: OnDuty;
}

/** When the trouble was seen; left out, it was seen when it is told. */
export function requireNotInFuture(field: string, told: string | undefined, now: Date): Date {
  if (told === undefined) return now;
  const instant = new Date(told);
  if (instant > now) throw new DateInFuture(field, told);
  return instant;
}

/** The level that the rule gives, or the one that the raiser wants instead and has a reason for. */
export function gradingOf(
  { headCount, signs, level, levelReason }: RaiseAlertRequest,
  rule: GradingInForce,
  by: StaffRef,
): Grading {
  const byRule = grade({ headCount, signs }, rule);
  if (level === undefined || level === byRule.level) return byRule;
  if (levelReason === undefined) throw new LevelReasonRequired(level, byRule.level);
  return overrule(byRule, { level, reason: levelReason, by: by.name }, rule);
}

/** An alert is followed under another that is still open; a chain or a ring of joined ones would lead nowhere. */
export function requireFitLead(alert: { id: string }, lead: { id: string; state: AlertState }): void {
  if (lead.id === alert.id) throw new LeadAlertUnfit(lead.id, 'itself');
  if (!isOpen(lead.state)) throw new LeadAlertUnfit(lead.id, lead.state);
}
