import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { issueWords } from './issue-words';

const saying = (schema: z.ZodType, value: unknown): (string | undefined)[] =>
  (['zh', 'en'] as const).map((language) => schema.safeParse(value, { error: issueWords(language) }).error?.issues[0]?.message);

describe('the words for an input that is wrong', () => {
  it.each<[string, z.ZodType, unknown, [string, string]]>([
    ['a text that is missing', z.string(), undefined, ['请填写此项。', 'This is needed.']],
    ['a choice that is missing', z.enum(['blue', 'red']), undefined, ['请填写此项。', 'This is needed.']],
    ['an empty text', z.string().trim().min(1), ' ', ['不能为空。', 'This must not be empty.']],
    ['a short text', z.string().min(2), '好', ['至少 2 个字。', 'At least 2 characters.']],
    ['a long text', z.string().max(4000), 'x'.repeat(4001), ['最多 4,000 个字。', 'At most 4,000 characters.']],
    ['nobody', z.int().min(1), 0, ['不能小于 1。', 'At least 1.']],
    ['too many people', z.int().max(100_000), 100_001, ['不能大于 100,000。', 'At most 100,000.']],
    ['half a person', z.int(), 1.5, ['请填写整数。', 'A whole number is needed.']],
    ['a number in words', z.int(), '三十', ['请填写数字。', 'A number is needed.']],
    ['a number on the border', z.number().positive(), 0, ['必须大于 0。', 'More than 0.']],
    ['an empty list', z.array(z.string()).min(1), [], ['至少 1 项。', 'At least 1.']],
    ['too long a list', z.array(z.int()).max(1), [1, 2], ['最多 1 项。', 'At most 1.']],
    ['a code in another form', z.string().regex(/^\d{6}$/), '32', ['格式不正确。', 'This is not in the expected form.']],
  ])('tell of %s without the terms of a program', (_, schema, value, words) => {
    expect(saying(schema, value)).toEqual(words);
  });

  it('are zod’s own for what a form cannot get wrong', () => {
    expect(saying(z.uuid(), '17')).toEqual(['无效UUID', 'Invalid UUID']);
  });
});
