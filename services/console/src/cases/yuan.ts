import { languageTag, useLanguage } from '../i18n/language';

/** Fen in words of money: 1 860 000 as ¥18,600.00. */
export function useYuan(): (fen: number) => string {
  const { language } = useLanguage();
  const format = new Intl.NumberFormat(languageTag(language), { style: 'currency', currency: 'CNY' });
  return (fen) => format.format(fen / 100);
}
