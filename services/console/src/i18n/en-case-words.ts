import type { zhCaseWords } from './zh-case-words';

export const enCaseWords: typeof zhCaseWords = {
  alert: {
    number: 'Alert no.',
    openCase: 'Open the case',
  },
};
