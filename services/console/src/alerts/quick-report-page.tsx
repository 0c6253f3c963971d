import { type ReactNode, useState } from 'react';
import type { AlertView } from '@accord/contracts';
import { useTranslation } from 'react-i18next';
import { useOwnAreas } from '../area/area-field';
import { useDraft } from '../record/draft';
import { known } from '../shell/known';
import { QueuedReports } from './queued-reports';
import { emptyReport, type Report } from './report';
import { ReportForm } from './report-form';
import { ReportOutcome } from './report-outcome';
import './quick-report.css';

/** 快报: a new alert in under a minute, with one thumb. */
export function QuickReportPage(): ReactNode {
  const { t } = useTranslation();
  const home = known(useOwnAreas()[0], 'every grant names an area');
  const draft = useDraft<Report>('report', emptyReport(home));
  const [outcome, setOutcome] = useState<AlertView | 'queued' | null>(null);
  const [round, setRound] = useState(0);

  const startAgain = (report: Report): void => {
    draft.change(report);
    setOutcome(null);
    setRound(round + 1);
    scrollTo({ top: 0 });
  };
  const finish = (result: AlertView | 'queued'): void => {
    draft.forget();
    setOutcome(result);
    scrollTo({ top: 0 });
  };
  return (
    <div className="page quick-report">
      <header className="page__head">
        <h1>{t('nav.report')}</h1>
        <span className="quiet">{t('report.subtitle')}</span>
      </header>
      <QueuedReports onRecall={startAgain} />
      {outcome === null ? (
        <ReportForm key={round} draft={draft} onSent={finish} onClear={() => startAgain(emptyReport(home))} />
      ) : (
        <ReportOutcome outcome={outcome} onAnother={() => startAgain(emptyReport(home))} />
      )}
    </div>
  );
}
