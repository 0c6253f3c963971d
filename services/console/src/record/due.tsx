import type { ReactNode } from 'react';
import { ClockCircleOutlined, ExclamationCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { dateOf, daysBetween, lastDayOf } from '../i18n/business-dates';
import { useNow } from '../i18n/dates';
import './due.css';

interface DueProps {
  dueAt: string;
  /** The due date lies beyond the published calendar and may move. */
  provisional?: boolean;
}

/** How much time is left, in whole business days of the calendar; in hours on the last day. */
export function useTimeLeft(dueAt: string): { text: string; days: number; over: boolean } {
  const { t } = useTranslation();
  const now = useNow();
  const days = daysBetween(dateOf(now), lastDayOf(dueAt));
  const hours = Math.floor((Date.parse(dueAt) - now) / 3_600_000);
  const over = Date.parse(dueAt) < now;
  if (over) return { over, days, text: days === 0 ? t('due.overToday') : t('due.over', { count: -days }) };
  if (days === 0) return { over, days, text: hours < 1 ? t('due.withinHour') : t('due.hoursLeft', { count: hours }) };
  return { over, days, text: t('due.daysLeft', { count: days }) };
}

/** A countdown as a chip: overdue and soon differ by weight, shape and word; the level colours are not used. */
export function Due({ dueAt, provisional = false }: DueProps): ReactNode {
  const { t } = useTranslation();
  const { text, days, over } = useTimeLeft(dueAt);
  const urgency = over ? 'over' : days <= 3 ? 'soon' : 'calm';
  return (
    <span className={`due due--${urgency}`}>
      {over ? <ExclamationCircleFilled aria-hidden /> : <ClockCircleOutlined aria-hidden />}
      {text}
      {provisional && <span className="due__provisional">{t('due.provisional')}</span>}
    </span>
  );
}
