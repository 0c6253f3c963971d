import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AlertView } from '@accord/contracts';
import { serverNow } from '../api/server-time';
import { AreaField } from '../area/area-field';
import type { Draft } from '../record/draft';
import { useSession } from '../session/session.api';
import { Notice } from '../shell/notice';
import { ProblemNotice } from '../shell/problem-notice';
import { ClaimTiles } from './claim-tiles';
import { EmployerField } from './employer-field';
import { GradingPanel } from './grading-panel';
import { HeadCountField } from './head-count-field';
import { missingFrom, type Report, type ReportField, requestOf } from './report';
import { fileReport } from './report-queue';
import { ReportSection } from './report-section';
import { SignToggles } from './sign-toggles';

interface ReportFormProps {
  draft: Draft<Report>;
  onSent: (outcome: AlertView | 'queued') => void;
  onClear: () => void;
}

export function ReportForm({ draft, onSent, onClear }: ReportFormProps): ReactNode {
  const { t } = useTranslation();
  const report = draft.value;
  const set = (part: Partial<Report>): void => draft.change({ ...report, ...part });
  const sending = useSending(draft, onSent);
  const missing = sending.tried ? missingFrom(report) : [];
  const lack = (field: ReportField): string | undefined => (missing.includes(field) ? t(`report.missing.${field}`) : undefined);

  return (
    <form className="quick-report__form" noValidate onSubmit={sending.submit} onKeyDown={sending.submitByKey}>
      <DraftFound draft={draft} onClear={onClear} />
      <ProblemNotice error={sending.error} />
      <ReportSection field="employer" label={t('report.employer')} lack={lack('employer')}>
        <EmployerField
          id="report-employer"
          value={report.employer}
          onChange={(employer, areaCode = report.areaCode) => set({ employer, areaCode })}
        />
      </ReportSection>
      <ReportSection field="headCount" label={t('report.headCount')} lack={lack('headCount')}>
        <HeadCountField id="report-headCount" value={report.headCount} onChange={(headCount) => set({ headCount })} />
      </ReportSection>
      <ReportSection group field="claimTypes" label={t('report.claimTypes')} lack={lack('claimTypes')}>
        <ClaimTiles value={report.claimTypes} onChange={(claimTypes) => set({ claimTypes })} />
      </ReportSection>
      <ReportSection group field="signs" label={t('report.signs')} hint={t('report.signsHint')}>
        <SignToggles
          value={report.signs}
          askArrears={report.claimTypes.includes('unpaid_wages')}
          onChange={(signs) => set({ signs })}
        />
      </ReportSection>
      <ReportSection field="observed" label={t('report.observed')} lack={lack('observed')}>
        <Input.TextArea
          id="report-observed"
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={4000}
          placeholder={t('report.observedHint')}
          value={report.observed}
          onChange={({ target }) => set({ observed: target.value })}
        />
      </ReportSection>
      <ReportSection field="area" label={t('report.area')}>
        <AreaField id="report-area" value={report.areaCode} onChange={(code) => code !== null && set({ areaCode: code })} />
        <Input
          className="quick-report__place"
          aria-label={t('report.place')}
          placeholder={t('report.place')}
          maxLength={200}
          value={report.place}
          onChange={({ target }) => set({ place: target.value })}
        />
      </ReportSection>
      <GradingPanel report={report} onChange={set} reasonMissing={lack('levelReason')} />
      <div className="quick-report__send">
        {missing.length > 0 && <span role="alert">{t('report.stillMissing', { count: missing.length })}</span>}
        <Button type="primary" htmlType="submit" size="large" loading={sending.now}>
          {t('report.send')}
        </Button>
      </div>
    </form>
  );
}

function DraftFound({ draft, onClear }: { draft: Draft<Report>; onClear: () => void }): ReactNode {
  const { t } = useTranslation();
  if (!draft.found) return null;
  return (
    <Notice
      tone="note"
      action={
        <Button size="small" onClick={onClear}>
          {t('report.startAfresh')}
        </Button>
      }
    >
      {t('report.draftFound')}
    </Notice>
  );
}

function useSending(draft: Draft<Report>, onSent: (outcome: AlertView | 'queued') => void) {
  const { staff } = useSession();
  const [tried, setTried] = useState(false);
  const [now, setNow] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const form = useRef<HTMLFormElement | null>(null);

  // A refusal is told at the top of the form, which is out of sight when the thumb is on the button.
  useEffect(() => {
    if (error !== null) scrollTo({ top: 0, behavior: 'smooth' });
  }, [error]);

  const send = async (): Promise<void> => {
    const [first] = missingFrom(draft.value);
    setTried(true);
    if (first !== undefined) return showField(first);
    setNow(true);
    setError(null);
    draft.forget();
    try {
      onSent(await fileReport(staff.id, requestOf(draft.value, serverNow())));
    } catch (refusal) {
      draft.change(draft.value);
      setError(refusal instanceof Error ? refusal : new Error(String(refusal)));
    } finally {
      setNow(false);
    }
  };
  return {
    tried,
    now,
    error,
    submit: (event: React.FormEvent<HTMLFormElement>): void => {
      event.preventDefault();
      if (!now) void send();
    },
    submitByKey: (event: React.KeyboardEvent<HTMLFormElement>): void => {
      form.current = event.currentTarget;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current.requestSubmit();
    },
  };
}

function showField(field: ReportField): void {
  const section = document.getElementById(`section-${field}`);
  section?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  section?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true });
}
