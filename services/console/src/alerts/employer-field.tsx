import type { ReactNode } from 'react';
import { AutoComplete, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EmployerOption } from '@accord/contracts';
import { useOwnAreas } from '../area/area-field';
import { AreaName } from '../area/area-name';
import { liesIn } from '../area/areas.api';
import { useDates, useNow } from '../i18n/dates';
import { Notice } from '../shell/notice';
import { useSettled } from '../shell/use-settled';
import { useEmployerOptions } from './alerts.api';
import type { Report } from './report';

interface EmployerFieldProps {
  id?: string;
  value?: Report['employer'];
  /** With its place, where a known employer was chosen that lies in the officer's area. */
  onChange?: (employer: Report['employer'], areaCode?: string) => void;
}

/** Finds the employer by characters or pinyin initials; a name that nobody knows yet is taken as it is. */
export function EmployerField({ id: fieldId, value = { name: '' }, onChange }: EmployerFieldProps): ReactNode {
  const { t } = useTranslation();
  const own = useOwnAreas();
  const { id, name } = value;
  const typed = useSettled(id === undefined ? name.trim() : '', 200);
  const found = useEmployerOptions(typed);
  const options = id === undefined ? (found.data ?? []) : [];

  const choose = (option: EmployerOption): void => {
    const within = own.some((area) => liesIn(option.areaCode, area));
    onChange?.({ id: option.id, name: option.name, lastAlertAt: option.lastAlertAt }, within ? option.areaCode : undefined);
  };
  const unknown = id === undefined && typed.length > 1 && found.isSuccess && options.length === 0;
  return (
    <>
      <AutoComplete
        id={fieldId}
        className="employer-field"
        value={name}
        options={options.map((option) => ({ value: option.name, label: <EmployerLine option={option} />, option }))}
        onChange={(text: string) => onChange?.({ name: text })}
        onSelect={(_name: string, { option }) => choose(option)}
        showSearch={{ filterOption: false }}
      >
        <Input placeholder={t('report.employerHint')} maxLength={200} autoComplete="off" />
      </AutoComplete>
      <p className="quiet employer-hint">{hint()}</p>
      <AlertedLately at={value.lastAlertAt} />
    </>
  );

  function hint(): string {
    if (id !== undefined) return t('report.employerKnown');
    return unknown ? t('report.employerUnknown') : t('report.employerAny');
  }
}

function EmployerLine({ option }: { option: EmployerOption }): ReactNode {
  const { t } = useTranslation();
  return (
    <span className="employer-line">
      <span>{option.name}</span>
      <span className="quiet">
        <AreaName code={option.areaCode} />
        {option.headCount !== null && ` · ${t('report.employerSize', { count: option.headCount })}`}
      </span>
    </span>
  );
}

/** “Same employer, 3 days ago”: said before the officer types on, never a reason to refuse. */
function AlertedLately({ at }: { at?: string | null }): ReactNode {
  const { t } = useTranslation();
  const dates = useDates();
  const now = useNow();
  if (!at) return null;
  return <Notice tone="note">{t('report.alertedLately', { when: dates.fromNow(at, now) })}</Notice>;
}
