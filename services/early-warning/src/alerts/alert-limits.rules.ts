import { businessDate } from '@accord/case-model';
import type { AlertLevel } from '@accord/contracts';
import { type DueDate, dueDate, ruleInForce } from '@accord/clocks';

/** Until when somebody must acknowledge an alert of this level after it reached a rung. Set by the federation [D]. */
export function acknowledgementLimit(level: AlertLevel, reachedAt: Date): DueDate {
  return dueDate({ rule: ruleInForce(`fed.acknowledge.${level}`, businessDate(reachedAt)), start: reachedAt });
}

/** How long an acknowledgement stands for without a verification. Set by the federation [D]. */
export function acknowledgementExpiry(level: AlertLevel, acknowledgedAt: Date): DueDate {
  return dueDate({
    rule: ruleInForce(`fed.acknowledgement-expires.${level}`, businessDate(acknowledgedAt)),
    start: acknowledgedAt,
  });
}
