import { describe, expect, it } from '@jest/globals';
import { unstorableTexts } from './unstorable-text';

describe('looking for text that no column can keep', () => {
  it.each([
    ['a zero character', 'a\u0000b'],
    ['half a character', '\ud800'],
    ['the other half', 'x\udc00'],
  ])('finds %s wherever it stands', (_, text) => {
    expect(unstorableTexts({ note: 'fine', inner: [{ text }] })).toEqual([['inner', '0', 'text']]);
  });

  it('leaves whole characters alone, also rare ones', () => {
    expect(unstorableTexts({ name: '𠮷野家👍', lines: 'a\n\tb', none: null, count: 3 })).toEqual([]);
  });
});
