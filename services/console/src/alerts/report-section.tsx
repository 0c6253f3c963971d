import type { ReactNode } from 'react';

interface ReportSectionProps {
  field: string;
  label: string;
  hint?: string;
  /** What is missing here, once the officer has tried to send. */
  lack?: string;
  /** Several controls under one name instead of one control with a label. */
  group?: boolean;
  children: ReactNode;
}

export function ReportSection({ field, label, hint, lack, group = false, children }: ReportSectionProps): ReactNode {
  const note = lack ?? hint;
  return (
    <section
      id={`section-${field}`}
      className={`report-section report-section--${field}`}
      {...(group ? { role: 'group', 'aria-labelledby': `label-${field}` } : {})}
    >
      {group ? <h2 id={`label-${field}`}>{label}</h2> : <label htmlFor={`report-${field}`}>{label}</label>}
      {note && <p className={lack ? 'report-section__lack' : 'quiet'}>{note}</p>}
      {children}
    </section>
  );
}
