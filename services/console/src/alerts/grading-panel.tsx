import { type ReactNode, useState } from 'react';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AlertLevel } from '@accord/contracts';
import { useSay } from '../i18n/language';
import { useSettled } from '../shell/use-settled';
import { useGradePreview } from './alerts.api';
import { LevelBadge } from './level-badge';
import { LevelChoice } from './level-choice';
import type { Report } from './report';

interface GradingPanelProps {
  report: Report;
  onChange: (part: Partial<Report>) => void;
  reasonMissing?: string;
}

/** The level that the rule suggests, the rule in words, and the way to overrule it with a reason. */
export function GradingPanel({ report, onChange, reasonMissing }: GradingPanelProps): ReactNode {
  const { t } = useTranslation();
  const say = useSay();
  const asked = useSettled(JSON.stringify({ headCount: report.headCount ?? 1, signs: report.signs }), 300);
  const grading = useGradePreview(JSON.parse(asked) as { headCount: number; signs: Report['signs'] });
  const [overruling, setOverruling] = useState(report.level !== null);
  const choose = (level: AlertLevel): void => onChange({ level: level === grading.data?.level ? null : level });

  return (
    <section className="grading" aria-live="polite" aria-label={t('report.level')} id="section-levelReason">
      <div className="grading__line">
        <span className="grading__label">{t('report.suggested')}</span>
        {report.headCount === null && <span className="quiet">{t('report.levelLater')}</span>}
        {report.headCount !== null && grading.data && <LevelBadge level={grading.data.level} large />}
        {grading.isError && <span className="quiet">{t('report.levelByServer')}</span>}
        {!overruling && grading.data && report.headCount !== null && (
          <Button type="link" onClick={() => setOverruling(true)}>
            {t('report.overrule')}
          </Button>
        )}
      </div>
      {report.headCount !== null && grading.data && (
        <p className="grading__why">
          {say(grading.data.because)}
          <span className="quiet"> {t('report.ruleVersion', { version: grading.data.ruleVersion })}</span>
          {grading.data.escalatesItself && report.level === null && <strong> {t('report.escalatesItself')}</strong>}
        </p>
      )}
      {overruling && (
        <div className="grading__overrule">
          <LevelChoice value={report.level ?? grading.data?.level ?? null} onChange={choose} />
          {report.level !== null && (
            <>
              <label htmlFor="report-levelReason">{t('report.levelReason')}</label>
              {reasonMissing && <p className="report-section__lack">{reasonMissing}</p>}
              <Input
                id="report-levelReason"
                maxLength={500}
                value={report.levelReason}
                onChange={({ target }) => onChange({ levelReason: target.value })}
              />
            </>
          )}
        </div>
      )}
    </section>
  );
}
