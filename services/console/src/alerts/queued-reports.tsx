import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDates } from '../i18n/dates';
import { useSession } from '../session/session.api';
import { Notice } from '../shell/notice';
import { type Report, reportOf } from './report';
import { dropReport, type QueuedReport, useQueuedReports } from './report-queue';

/** Reports that have not reached the server yet: nothing waits unseen. */
export function QueuedReports({ onRecall }: { onRecall: (report: Report) => void }): ReactNode {
  const { t } = useTranslation();
  const reports = useQueuedReports();
  const waiting = reports.filter(({ refusal }) => refusal === null);
  const refused = reports.filter(({ refusal }) => refusal !== null);
  return (
    <>
      {waiting.length > 0 && (
        <Notice tone="note">
          {t('report.waiting', { count: waiting.length })}
          <ul>
            {waiting.map((report) => (
              <QueuedLine key={report.key} report={report} />
            ))}
          </ul>
        </Notice>
      )}
      {refused.map((report) => (
        <RefusedReport key={report.key} report={report} onRecall={onRecall} />
      ))}
    </>
  );
}

function QueuedLine({ report }: { report: QueuedReport }): ReactNode {
  const dates = useDates();
  return (
    <li>
      {report.request.employer.name} · {dates.moment(report.queuedAt)}
    </li>
  );
}

function RefusedReport({ report, onRecall }: { report: QueuedReport; onRecall: (report: Report) => void }): ReactNode {
  const { t } = useTranslation();
  const { staff } = useSession();
  const recall = (): void => {
    dropReport(staff.id, report.key);
    onRecall(reportOf(report.request));
  };
  return (
    <Notice tone="problem" action={<Button onClick={recall}>{t('report.mend')}</Button>}>
      <strong>{report.request.employer.name}</strong>: {report.refusal?.title}
      {report.refusal?.errors && (
        <ul>
          {report.refusal.errors.map(({ field, message }) => (
            <li key={field}>{message}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
