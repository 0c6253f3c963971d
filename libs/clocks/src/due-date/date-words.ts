import { businessDate, type LocalisedText, startOfBusinessDay } from '@accord/case-model';
import { civilDate, civilDateOf, type DayNumber, weekday } from '../calendar/business-day';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS: readonly LocalisedText[] = [
  { zh: '周日', en: 'Sun' },
  { zh: '周一', en: 'Mon' },
  { zh: '周二', en: 'Tue' },
  { zh: '周三', en: 'Wed' },
  { zh: '周四', en: 'Thu' },
  { zh: '周五', en: 'Fri' },
  { zh: '周六', en: 'Sat' },
];

/** `2026-10-09` and `9 Oct 2026`. */
export function fullDate(date: string): LocalisedText {
  const { year, month, day } = civilDate(date);
  return { zh: date, en: `${day} ${MONTHS[month - 1]} ${year}` };
}

/** `2026-10-09 14:30` and `9 Oct 2026 14:30`, business time. */
export function fullInstant(instant: Date): LocalisedText {
  const date = businessDate(instant);
  const minutes = Math.floor((instant.getTime() - startOfBusinessDay(date).getTime()) / 60_000);
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const { zh, en } = fullDate(date);
  return { zh: `${zh} ${time}`, en: `${en} ${time}` };
}

/** `5月9日（周六）` and `Sat 9 May`, with the year where it is not `inYear`. */
export function shortDay(day: DayNumber, inYear: number): LocalisedText {
  const { zh, en } = dayRange(day, day, inYear);
  const name = WEEKDAYS[weekday(day)] as LocalisedText;
  return { zh: `${zh}（${name.zh}）`, en: `${name.en} ${en}` };
}

/** `10月1日至7日` and `1–7 Oct`, with the year where it is not `inYear`. */
export function dayRange(from: DayNumber, to: DayNumber, inYear: number): LocalisedText {
  const [first, last] = [civilDateOf(from), civilDateOf(to)];
  const yearOf = (year: number) => (year === inYear ? { zh: '', en: '' } : { zh: `${year}年`, en: ` ${year}` });
  const [begin, end] = [yearOf(first.year), yearOf(last.year)];
  const sameMonth = first.month === last.month && first.year === last.year;
  const opening = { zh: `${begin.zh}${first.month}月${first.day}日`, en: `${first.day} ${MONTHS[first.month - 1]}${begin.en}` };
  if (from === to) return opening;
  return {
    zh: `${opening.zh}至${sameMonth ? '' : `${last.year === first.year ? '' : end.zh}${last.month}月`}${last.day}日`,
    en: sameMonth
      ? `${first.day}–${last.day} ${MONTHS[last.month - 1]}${end.en}`
      : `${opening.en} – ${last.day} ${MONTHS[last.month - 1]}${end.en}`,
  };
}
