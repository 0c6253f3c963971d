import type { ReactNode } from 'react';
import { Checkbox } from 'antd';
import { dateOf } from '../i18n/business-dates';
import { BusinessDateField } from '../record/business-date-field';

interface SignedOnFieldProps {
  id?: string;
  /** What was signed or sealed. */
  label: string;
  value?: string | null;
  onChange?: (date: string | null) => void;
}

/** A tick for a signature or seal: today, unless another day is chosen. */
export function SignedOnField({ id, label, value = null, onChange }: SignedOnFieldProps): ReactNode {
  return (
    <div className="signed-on">
      <Checkbox
        id={id}
        checked={value !== null}
        onChange={({ target }) => onChange?.(target.checked ? dateOf(Date.now()) : null)}
      >
        {label}
      </Checkbox>
      {value !== null && <BusinessDateField value={value} notInFuture onChange={onChange} />}
    </div>
  );
}
