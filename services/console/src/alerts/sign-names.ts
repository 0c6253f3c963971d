import { useTranslation } from 'react-i18next';
import type { AlertSigns } from '@accord/contracts';
import { YES_OR_NO } from './sign-toggles';

/** The signs that were seen, in words. */
export function useSignNames(): (signs: AlertSigns) => string[] {
  const { t } = useTranslation();
  return (signs) => {
    const seen: string[] = YES_OR_NO.filter((sign) => signs[sign]).map((sign) => t(`sign.${sign}`));
    if (signs.arrearsMonths > 0) seen.push(`${t('sign.arrearsMonths')} ${signs.arrearsMonths}`);
    return seen;
  };
}
