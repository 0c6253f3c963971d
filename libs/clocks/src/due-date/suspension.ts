import { civilDate, dayNumber } from '../calendar/business-day';
import type { ClockRule } from '../rules/clock-rule';
import type { StoppedDays } from './count';
import { fullDate } from './date-words';
import { ClockChangeRefused } from './due-date.errors';
import type { ExplanationLine } from './explanation';

/** Whether each side agreed; a record of who and when belongs to the case. */
export interface Consents {
  readonly applicant: boolean;
  readonly respondent: boolean;
}

/** A stretch during which a clock in days stood still. */
export interface Suspension {
  /** The first day that does not count, `YYYY-MM-DD`. */
  readonly from: string;
  /** The first day that counts again. */
  readonly resumedOn: string;
  readonly consents: Consents;
}

/** The days a clock stood still. Throws {@link ClockChangeRefused} unless the rule and the parties allow each stretch. */
export function stoppedDays(rule: ClockRule, suspensions: readonly Suspension[]): StoppedDays[] {
  return suspensions.map(({ from, resumedOn, consents }, index) => {
    const field = `suspensions.${index}`;
    if (rule.suspension === null) throw new ClockChangeRefused(rule.key, 'not_suspendable', field);
    if (rule.suspension.consent === 'both_parties') requireBoth(rule, consents, `${field}.consents`);
    civilDate(from);
    if (resumedOn <= from) throw new ClockChangeRefused(rule.key, 'not_later', `${field}.resumedOn`, { from, resumedOn });
    return { from: dayNumber(from), to: dayNumber(resumedOn) };
  });
}

export function suspensionLines(suspensions: readonly Suspension[]): ExplanationLine[] {
  return suspensions.map(({ from, resumedOn }) => {
    const [stop, resume] = [fullDate(from), fullDate(resumedOn)];
    return {
      kind: 'stopped',
      text: {
        zh: `${stop.zh} 起中止，${resume.zh} 起恢复计算，中止期间不计`,
        en: `stood still from ${stop.en}, counting again from ${resume.en}`,
      },
    };
  });
}

/** Throws {@link ClockChangeRefused} unless both sides agreed. */
export function requireBoth(rule: ClockRule, { applicant, respondent }: Consents, field: string): void {
  if (!applicant || !respondent) throw new ClockChangeRefused(rule.key, 'consent_missing', field, { applicant, respondent });
}
