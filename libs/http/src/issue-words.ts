import { z } from 'zod';
import type { Language } from './request';

type Words = Record<Language, string>;

const OTHERWISE = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError };

/**
 * Says what is wrong with an input in words for whoever fills in a form, in both languages; what a form cannot get wrong is
 * left to zod's own words.
 */
export function issueWords(language: Language): z.core.$ZodErrorMap {
  return (issue) => wordsFor(issue)?.[language] ?? OTHERWISE[language](issue);
}

function wordsFor(issue: z.core.$ZodRawIssue): Words | undefined {
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value'))
    return { zh: '请填写此项。', en: 'This is needed.' };
  if (issue.code === 'invalid_type' && issue.expected === 'int') return { zh: '请填写整数。', en: 'A whole number is needed.' };
  if (issue.code === 'invalid_type' && issue.expected === 'number') return { zh: '请填写数字。', en: 'A number is needed.' };
  if (issue.code === 'too_small') return tooSmall(issue.origin ?? '', Number(issue.minimum), issue.inclusive !== false);
  if (issue.code === 'too_big') return tooBig(issue.origin ?? '', Number(issue.maximum), issue.inclusive !== false);
  if (issue.code === 'invalid_format' && issue.format === 'regex')
    return { zh: '格式不正确。', en: 'This is not in the expected form.' };
  return undefined;
}

function tooSmall(origin: string, least: number, inclusive: boolean): Words | undefined {
  const shown = least.toLocaleString('en-US');
  if (origin === 'string' && least <= 1) return { zh: '不能为空。', en: 'This must not be empty.' };
  if (origin === 'string') return { zh: `至少 ${shown} 个字。`, en: `At least ${shown} characters.` };
  if (origin === 'array') return { zh: `至少 ${shown} 项。`, en: `At least ${shown}.` };
  if (origin !== 'number' && origin !== 'int') return undefined;
  return inclusive
    ? { zh: `不能小于 ${shown}。`, en: `At least ${shown}.` }
    : { zh: `必须大于 ${shown}。`, en: `More than ${shown}.` };
}

function tooBig(origin: string, most: number, inclusive: boolean): Words | undefined {
  const shown = most.toLocaleString('en-US');
  if (origin === 'string') return { zh: `最多 ${shown} 个字。`, en: `At most ${shown} characters.` };
  if (origin === 'array') return { zh: `最多 ${shown} 项。`, en: `At most ${shown}.` };
  if (origin !== 'number' && origin !== 'int') return undefined;
  return inclusive
    ? { zh: `不能大于 ${shown}。`, en: `At most ${shown}.` }
    : { zh: `必须小于 ${shown}。`, en: `Less than ${shown}.` };
}
