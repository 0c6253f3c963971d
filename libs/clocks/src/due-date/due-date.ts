import { businessDate, type LocalisedText, startOfBusinessDay, unreachable } from '@accord/case-model';
import { civilDate, dayNumber, isoDate } from '../calendar/business-day';
import { nationalCalendar } from '../calendar/national-calendar';
import type { WorkingCalendar } from '../calendar/working-calendar';
import type { ClockRule, Verification } from '../rules/clock-rule';
import { countingBasis } from '../rules/counting-rules';
import { type Count, countDays, daysRolledOver } from './count';
import { countWorkingTime } from './count-working-time';
import { fullDate, fullInstant } from './date-words';
import { ClockStartNeedsInstant } from './due-date.errors';
import { type ExplanationLine, lengthInWords, makeUpLines, rolledLine, sentence, skippedLines } from './explanation';
import { stoppedDays, type Suspension, suspensionLines } from './suspension';
import { standardWorkingHours, type WorkingHours } from './working-hours';

/** What is asked of a clock. */
export interface ClockStart {
  readonly rule: ClockRule;
  /** The date of the event in business time (`YYYY-MM-DD`), or its instant; hours and minutes need the instant. */
  readonly start: string | Date;
  /** Default: the national calendar as shipped. */
  readonly calendar?: WorkingCalendar;
  /** Default: {@link standardWorkingHours}. */
  readonly workingHours?: WorkingHours;
  /** Stretches during which the clock stood still; only for rules in days, months or years that allow it. */
  readonly suspensions?: readonly Suspension[];
}

/** A limit with the reason for its date: plain data, to be stored as it is and never recomputed over. */
export interface DueDate {
  readonly key: string;
  readonly name: LocalisedText;
  /** False: the federation's own limit; never shown as law. */
  readonly statutory: boolean;
  readonly verification: Verification;
  readonly basis: LocalisedText;
  readonly startedOn: string;
  /** The last day on which the act is in time, business time. */
  readonly dueOn: string;
  /**
   * The first instant at which it is late: for clocks in days the end of `dueOn`, that is 00:00 of the next day in
   * Asia/Shanghai; for clocks in hours or minutes the exact instant. Late means `now >= dueAt`.
   */
  readonly dueAt: Date;
  /** True where a day outside the calendar's coverage took part: the date was computed by weekday and may move. */
  readonly provisional: boolean;
  readonly lines: readonly ExplanationLine[];
  /** The lines as one sentence, ending with the basis. */
  readonly explanation: LocalisedText;
}

/** When a limit ends, and why. Pure: the same question has the same answer; nothing is read from the system's clock. */
export function dueDate({
  rule,
  start,
  calendar = nationalCalendar,
  workingHours = standardWorkingHours,
  suspensions = [],
}: ClockStart): DueDate {
  const stops = stoppedDays(rule, suspensions);
  switch (rule.unit) {
    case 'calendar_day':
    case 'working_day':
    case 'month':
    case 'year': {
      const startedOn = typeof start === 'string' ? start : businessDate(start);
      const count = countDays(rule, dayNumber(startedOn), calendar, stops);
      return concluded(rule, startedOn, count, calendar, suspensionLines(suspensions));
    }
    case 'hour':
    case 'minute':
      return endOfElapsedTime(rule, requireInstant(rule, start));
    case 'working_hour':
      return endOfWorkingTime(rule, requireInstant(rule, start), calendar, workingHours);
    default:
      return unreachable(rule.unit);
  }
}

/** The roll and the explanation, once a count has found its last day. */
export function concluded(
  rule: ClockRule,
  startedOn: string,
  count: Count,
  calendar: WorkingCalendar,
  extraLines: readonly ExplanationLine[] = [],
): DueDate {
  const rolled = rule.roll === 'next_working_day' ? daysRolledOver(count.end, calendar) : [];
  const due = count.end + rolled.length;
  const dueOn = isoDate(due);
  const inYear = civilDate(startedOn).year;
  const consultsCalendar = rule.unit === 'working_day' || rule.roll === 'next_working_day';
  const provisional =
    consultsCalendar && !(calendar.coversDay(due) && (rule.unit !== 'working_day' || calendar.coversDay(dayNumber(startedOn))));
  const started = fullDate(startedOn);
  const lines: ExplanationLine[] = [
    startedLine(rule, started),
    { kind: 'first_day_excluded', text: { zh: '当日不计', en: 'that day is not counted' } },
    { kind: 'length', text: lengthInWords(rule) },
    ...skippedLines(count.skipped, calendar, inYear),
    ...makeUpLines(count.makeUpDays, inYear),
    ...extraLines,
    ...rolledLine(rolled, calendar, inYear, countingBasis(startedOn)),
    ...closingLines(rule, fullDate(dueOn), provisional, calendar),
  ];
  return answer(rule, { startedOn, dueOn, dueAt: startOfBusinessDay(isoDate(due + 1)), provisional, lines });
}

function endOfElapsedTime(rule: ClockRule, start: Date): DueDate {
  const dueAt = new Date(start.getTime() + rule.length * (rule.unit === 'hour' ? 3_600_000 : 60_000));
  const lines: ExplanationLine[] = [
    startedLine(rule, fullInstant(start)),
    { kind: 'length', text: lengthInWords(rule) },
    { kind: 'due', text: dueWords(rule, fullInstant(dueAt)) },
    basisLine(rule),
  ];
  return answer(rule, { startedOn: businessDate(start), dueOn: businessDate(dueAt), dueAt, provisional: false, lines });
}

function endOfWorkingTime(rule: ClockRule, start: Date, calendar: WorkingCalendar, hours: WorkingHours): DueDate {
  const startedOn = businessDate(start);
  const { dueAt, skipped, makeUpDays } = countWorkingTime(start, rule.length * 3_600_000, calendar, hours);
  const dueOn = businessDate(dueAt);
  const inYear = civilDate(startedOn).year;
  const provisional = ![startedOn, dueOn].every((date) => calendar.covers(date));
  const { zh, en } = lengthInWords(rule);
  const lines: ExplanationLine[] = [
    startedLine(rule, fullInstant(start)),
    { kind: 'length', text: { zh: `${zh}（${hours.toString()}）`, en: `${en} (${hours.toString()})` } },
    ...skippedLines(skipped, calendar, inYear),
    ...makeUpLines(makeUpDays, inYear),
    ...closingLines(rule, fullInstant(dueAt), provisional, calendar),
  ];
  return answer(rule, { startedOn, dueOn, dueAt, provisional, lines });
}

function requireInstant(rule: ClockRule, start: string | Date): Date {
  if (typeof start === 'string') throw new ClockStartNeedsInstant(rule.key);
  return start;
}

function startedLine({ startEvent }: ClockRule, when: LocalisedText): ExplanationLine {
  return { kind: 'started', text: { zh: `${when.zh} ${startEvent.zh}`, en: `${when.en}: ${startEvent.en}` } };
}

function dueWords({ direction }: ClockRule, when: LocalisedText): LocalisedText {
  if (direction === 'before') return { zh: `倒推至 ${when.zh}`, en: `counted back to ${when.en}` };
  return { zh: `届满 ${when.zh}`, en: `due ${when.en}` };
}

function basisLine({ basis }: ClockRule): ExplanationLine {
  return { kind: 'basis', text: { zh: `依据：${basis.zh}`, en: `Basis: ${basis.en}` } };
}

function closingLines(
  rule: ClockRule,
  due: LocalisedText,
  provisional: boolean,
  { coverage }: WorkingCalendar,
): ExplanationLine[] {
  const flag: ExplanationLine[] = provisional
    ? [
        {
          kind: 'provisional',
          text: {
            zh: `暂定：放假安排只录入 ${coverage.start} 至 ${coverage.end}，其外按星期推算`,
            en: `provisional: the calendar covers ${coverage.start} to ${coverage.end}; days outside it go by the weekday`,
          },
        },
      ]
    : [];
  return [{ kind: 'due', text: dueWords(rule, due) }, ...flag, basisLine(rule)];
}

type Answer = Pick<DueDate, 'startedOn' | 'dueOn' | 'dueAt' | 'provisional' | 'lines'>;

function answer({ key, name, statutory, verification, basis }: ClockRule, found: Answer): DueDate {
  return { key, name, statutory, verification, basis, ...found, explanation: sentence(found.lines) };
}
