import { useTranslation } from 'react-i18next';
import type { AlertSummary } from '@accord/contracts';
import { useDates } from '../i18n/dates';

/** One sentence on what became of an alert, for the person who raised it. */
export function useWhatBecame(): (alert: AlertSummary) => string {
  const { t } = useTranslation();
  const dates = useDates();
  return ({ state, acknowledgeBy, caseId }) => {
    if (state === 'raised' && acknowledgeBy !== null) return t('became.raisedUntil', { when: dates.deadline(acknowledgeBy) });
    if (state === 'escalated' && caseId === null) return t('became.escalatedNoCase');
    return t(`became.${state}`);
  };
}
