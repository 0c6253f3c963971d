import { civilDate, dayNumber } from '../calendar/business-day';
import { nationalCalendar } from '../calendar/national-calendar';
import type { WorkingCalendar } from '../calendar/working-calendar';
import type { ClockExtension, ClockRule } from '../rules/clock-rule';
import { type Count, countDays } from './count';
import { fullDate } from './date-words';
import { concluded, type DueDate } from './due-date';
import { ClockChangeRefused } from './due-date.errors';
import { type ExplanationLine, lengthInWords } from './explanation';
import { type Consents, requireBoth, stoppedDays, type Suspension, suspensionLines } from './suspension';

/** More time, as it was agreed or granted: `until` a day, or `by` so much beyond the rule's own length. */
export interface Extension {
  /** The new last day, `YYYY-MM-DD`. */
  readonly until?: string;
  /** In the rule's own unit, counted in one piece with its length. */
  readonly by?: number;
  readonly agreedOn: string;
  readonly consents: Consents;
  /** Why, in the words of whoever granted it; shown in the explanation. */
  readonly reason: string;
}

export interface ExtensionQuestion {
  readonly rule: ClockRule;
  /** The due date that stands; it is left as it is, the answer is a new one beside it. */
  readonly previous: Pick<DueDate, 'startedOn' | 'dueOn'>;
  readonly extension: Extension;
  readonly suspensions?: readonly Suspension[];
  readonly calendar?: WorkingCalendar;
}

/**
 * The due date after an extension: later than the one that stands, within what the rule allows, with the consents it
 * asks for, and agreed while the clock still ran. Throws {@link ClockChangeRefused} otherwise.
 */
export function extendedDueDate({
  rule,
  previous,
  extension,
  suspensions = [],
  calendar = nationalCalendar,
}: ExtensionQuestion): DueDate {
  const allowed = requireExtendable(rule, previous, extension);
  const count = extendedCount(rule, previous, extension, suspensions, calendar, allowed);
  const lines = [...suspensionLines(suspensions), extendedLine(rule, previous, extension)];
  const due = concluded(rule, previous.startedOn, count, calendar, lines);
  if (due.dueOn <= previous.dueOn) {
    const field = extension.until === undefined ? 'by' : 'until';
    throw new ClockChangeRefused(rule.key, 'not_later', field, { dueOn: due.dueOn, previous: previous.dueOn });
  }
  return due;
}

function requireExtendable(
  rule: ClockRule,
  previous: ExtensionQuestion['previous'],
  { agreedOn, consents }: Extension,
): ClockExtension {
  if (rule.extension === null || rule.counting === 'from_instant')
    throw new ClockChangeRefused(rule.key, 'not_extendable', 'rule');
  civilDate(agreedOn);
  if (rule.extension.consent === 'both_parties') requireBoth(rule, consents, 'consents');
  if (agreedOn > previous.dueOn)
    throw new ClockChangeRefused(rule.key, 'too_late', 'agreedOn', { agreedOn, dueOn: previous.dueOn });
  return rule.extension;
}

function extendedCount(
  rule: ClockRule,
  { startedOn }: ExtensionQuestion['previous'],
  { until, by }: Extension,
  suspensions: readonly Suspension[],
  calendar: WorkingCalendar,
  allowed: ClockExtension,
): Count {
  const stops = stoppedDays(rule, suspensions);
  const lengthenedBy = (more: number) =>
    countDays({ ...rule, length: rule.length + more }, dayNumber(startedOn), calendar, stops);
  if (until !== undefined) {
    const end = dayNumber(until);
    if (allowed.by !== null && end > lengthenedBy(allowed.by).end)
      throw new ClockChangeRefused(rule.key, 'too_long', 'until', { until });
    return { end, skipped: [], makeUpDays: [], stopped: [] };
  }
  if (by === undefined || !Number.isSafeInteger(by) || by < 1) throw new ClockChangeRefused(rule.key, 'nothing_asked', 'by');
  if (by > (allowed.by ?? 3660)) throw new ClockChangeRefused(rule.key, 'too_long', 'by', { by, atMost: allowed.by });
  return lengthenedBy(by);
}

function extendedLine(
  rule: ClockRule,
  previous: ExtensionQuestion['previous'],
  { until, by, reason }: Extension,
): ExplanationLine {
  const agreed = rule.extension?.consent === 'both_parties';
  const [zhWho, enWho] = agreed ? ['双方当事人同意，', 'both parties agreed: '] : ['经批准，', ''];
  const old = fullDate(previous.dueOn);
  const [to, more] = [until === undefined ? null : fullDate(until), lengthInWords({ ...rule, length: by ?? rule.length })];
  return {
    kind: 'extended',
    text: {
      zh: `${zhWho}原届满 ${old.zh}，${to === null ? `延长 ${more.zh}` : `延期至 ${to.zh}`}（${reason}）`,
      en: `${enWho}extended from ${old.en} ${to === null ? `by ${more.en}` : `to ${to.en}`} (${reason})`,
    },
  };
}
