import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../session/session.api';

/** Leads from an alert to its case, for those who may read cases. */
export function CaseLink({ caseId }: { caseId: string | null }): ReactNode {
  const { t } = useTranslation();
  const may = useMay('case.read');
  return may && caseId !== null ? <Link to={`/cases/${caseId}`}>{t('alert.openCase')}</Link> : null;
}
