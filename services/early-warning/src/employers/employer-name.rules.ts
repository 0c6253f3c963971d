import { pinyin } from 'pinyin-pro';

/** What two spellings of one employer's name have in common: width, case, spaces and punctuation do not count. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .replace('有限责任公司', '有限公司');
}

/** The first letter of each character's pinyin, as people type it: 苏州恒通电子 is `szhtdz`. Letters and digits stay. */
export function initialsOf(name: string): string {
  return pinyin(nameKey(name), { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase();
}
