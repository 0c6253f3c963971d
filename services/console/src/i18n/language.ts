import { use } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { LocalisedText } from '@accord/contracts';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { en } from './en';
import { zh } from './zh';

export type Language = 'zh' | 'en';

const STORED = 'accord.language';
const TAGS = { zh: 'zh-CN', en: 'en' } satisfies Record<Language, string>;

export function languageTag(language: Language): string {
  return TAGS[language];
}

function remembered(): Language {
  return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh';
}

const i18n = use(initReactI18next);

function follow(language: Language): void {
  localStorage.setItem(STORED, language);
  document.documentElement.lang = TAGS[language];
  document.title = i18n.t('product.title');
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
}

export function startLanguages(): void {
  void i18n.init({
    resources: { zh: { translation: zh }, en: { translation: en } },
    lng: remembered(),
    fallbackLng: 'zh',
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  follow(remembered());
}

/** The language in use, and the switch; a switch keeps the page and all that was typed. */
export function useLanguage(): { language: Language; change(language: Language): void } {
  const { i18n: current } = useTranslation();
  return {
    language: current.language === 'en' ? 'en' : 'zh',
    change: (language) => void current.changeLanguage(language).then(() => follow(language)),
  };
}

/** Picks the half of a server text that the reader has chosen. */
export function useSay(): (text: LocalisedText) => string {
  const { language } = useLanguage();
  return (text) => text[language];
}
