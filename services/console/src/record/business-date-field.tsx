import type { ReactNode } from 'react';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { dateOf } from '../i18n/business-dates';

interface BusinessDateFieldProps {
  id?: string;
  value?: string | null;
  onChange?: (date: string | null) => void;
  /** For what has already happened. */
  notInFuture?: boolean;
  notInPast?: boolean;
}

/** A calendar date as `YYYY-MM-DD`, so that forms and drafts hold plain text. */
export function BusinessDateField({
  id,
  value,
  onChange,
  notInFuture = false,
  notInPast = false,
}: BusinessDateFieldProps): ReactNode {
  const today = dateOf(Date.now());
  return (
    <DatePicker
      id={id}
      style={{ width: '100%' }}
      inputReadOnly
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
      disabledDate={(day) => {
        const date = day.format('YYYY-MM-DD');
        return (notInFuture && date > today) || (notInPast && date < today);
      }}
    />
  );
}
