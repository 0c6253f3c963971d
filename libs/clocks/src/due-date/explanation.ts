import type { LocalisedText } from '@accord/case-model';
import type { DayNumber } from '../calendar/business-day';
import type { WorkingCalendar } from '../calendar/working-calendar';
import type { ClockRule, ClockUnit } from '../rules/clock-rule';
import { dayRange, shortDay } from './date-words';

/** What one line of an explanation is about; a screen may draw each its own way. */
export type ExplanationKind =
  | 'started'
  | 'first_day_excluded'
  | 'length'
  | 'holiday_skipped'
  | 'weekend_skipped'
  | 'make_up_day_counted'
  | 'stopped'
  | 'rolled'
  | 'extended'
  | 'due'
  | 'provisional'
  | 'basis';

export interface ExplanationLine {
  readonly kind: ExplanationKind;
  readonly text: LocalisedText;
}

const UNITS: Record<ClockUnit, (length: number) => LocalisedText> = {
  calendar_day: (n) => ({ zh: `${n} 日（自然日）`, en: `${n} calendar ${n === 1 ? 'day' : 'days'}` }),
  working_day: (n) => ({ zh: `${n} 个工作日`, en: `${n} working ${n === 1 ? 'day' : 'days'}` }),
  month: (n) => ({ zh: `${n} 个月`, en: `${n} ${n === 1 ? 'month' : 'months'}` }),
  year: (n) => ({ zh: `${n} 年`, en: `${n} ${n === 1 ? 'year' : 'years'}` }),
  working_hour: (n) => ({ zh: `${n} 个工作小时`, en: `${n} working ${n === 1 ? 'hour' : 'hours'}` }),
  hour: (n) => ({ zh: `${n} 小时`, en: `${n} ${n === 1 ? 'hour' : 'hours'}` }),
  minute: (n) => ({ zh: `${n} 分钟`, en: `${n} ${n === 1 ? 'minute' : 'minutes'}` }),
};

/** How long a limit is, in words: `3 个工作日`, `3 working days`. */
export function lengthInWords({ length, unit, direction }: Pick<ClockRule, 'length' | 'unit' | 'direction'>): LocalisedText {
  const { zh, en } = UNITS[unit](length);
  return direction === 'before' ? { zh: `提前 ${zh}`, en: `${en} before` } : { zh, en };
}

/** Days off that were passed over: every holiday by its name and dates, plain weekends as a sum. */
export function skippedLines(skipped: readonly DayNumber[], calendar: WorkingCalendar, inYear: number): ExplanationLine[] {
  const lines = holidayRuns(skipped, calendar).map(({ from, to, name }): ExplanationLine => {
    const days = dayRange(from, to, inYear);
    return { kind: 'holiday_skipped', text: { zh: `${days.zh}${name.zh}假期顺延`, en: `${days.en} ${name.en} holiday skipped` } };
  });
  const weekends = skipped.filter((day) => calendar.kindOf(day) === 'weekend').length;
  if (weekends === 0) return lines;
  return [
    ...lines,
    {
      kind: 'weekend_skipped',
      text: { zh: `周末 ${weekends} 天不计`, en: `${weekends} weekend ${weekends === 1 ? 'day' : 'days'} not counted` },
    },
  ];
}

export function makeUpLines(days: readonly DayNumber[], inYear: number): ExplanationLine[] {
  return days.map((day) => {
    const { zh, en } = shortDay(day, inYear);
    return { kind: 'make_up_day_counted', text: { zh: `${zh}调休上班，计入`, en: `${en} is a make-up working day and counts` } };
  });
}

/** Why the last day moved: what made it a day off, and the rule that moves it. */
export function rolledLine(
  rolled: readonly DayNumber[],
  calendar: WorkingCalendar,
  inYear: number,
  rollBasis: LocalisedText,
): ExplanationLine[] {
  const [last] = rolled;
  if (last === undefined) return [];
  const day = shortDay(last, inYear);
  const holiday = calendar.holidayOf(last);
  const why =
    holiday === null ? { zh: '休息日', en: 'a rest day' } : { zh: `${holiday.zh}假期`, en: `in the ${holiday.en} holiday` };
  return [
    {
      kind: 'rolled',
      text: {
        zh: `最后一日${day.zh}为${why.zh}，顺延至其后第一个工作日（${rollBasis.zh}）`,
        en: `the last day, ${day.en}, is ${why.en} and moves to the next working day (${rollBasis.en})`,
      },
    },
  ];
}

/** The lines as one sentence for a tooltip; the basis stands at its end. */
export function sentence(lines: readonly ExplanationLine[]): LocalisedText {
  const body = lines.filter(({ kind }) => kind !== 'basis');
  const basis = lines.filter(({ kind }) => kind === 'basis');
  const join = (language: 'zh' | 'en', separator: string) => body.map(({ text }) => text[language]).join(separator);
  return {
    zh: [join('zh', '；'), ...basis.map(({ text }) => text.zh)].join('。'),
    en: [join('en', '; '), ...basis.map(({ text }) => text.en)].join('. '),
  };
}

interface HolidayRun {
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly name: LocalisedText;
}

function holidayRuns(days: readonly DayNumber[], calendar: WorkingCalendar): HolidayRun[] {
  const runs: HolidayRun[] = [];
  for (const day of [...days].sort((a, b) => a - b)) {
    const name = calendar.holidayOf(day);
    if (name === null) continue;
    const open = runs.at(-1);
    if (open === undefined || open.to !== day - 1) runs.push({ from: day, to: day, name });
    else runs[runs.length - 1] = { ...open, to: day, name: bothNames(open.name, name) };
  }
  return runs;
}

function bothNames(one: LocalisedText, other: LocalisedText): LocalisedText {
  if (one.zh.split('、').includes(other.zh)) return one;
  return { zh: `${one.zh}、${other.zh}`, en: `${one.en} and ${other.en}` };
}
