import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { InvalidInput } from './http.errors';
import { issueWords } from './issue-words';
import { currentLanguage } from './language';
import { unstorableTexts } from './unstorable-text';

const NOT_TEXT = { zh: '含有无法保存的字符，请删除后重新输入。', en: 'Contains a character that cannot be kept as text.' };
const MAX_ISSUES = 20;

/** Checks what a route declares with `@Body({ schema })` or `@Query({ schema })` and words what is wrong in the reader's language. */
@Injectable()
export class SchemaValidationPipe implements PipeTransform {
  transform(value: unknown, { schema, type, data }: ArgumentMetadata): unknown {
    if (!(schema instanceof z.ZodType)) return value;
    const checked = schema.safeParse(value ?? (type === 'body' ? undefined : {}), { error: issueWords(currentLanguage()) });
    if (!checked.success)
      throw new InvalidInput(checked.error.issues.slice(0, MAX_ISSUES).flatMap((issue) => describe(issue, data ?? '')));
    const unstorable = unstorableTexts(checked.data, data === undefined ? [] : [data]);
    if (unstorable.length === 0) return checked.data;
    throw new InvalidInput(
      unstorable.slice(0, MAX_ISSUES).map((path) => ({ field: path.join('.'), message: NOT_TEXT[currentLanguage()] })),
    );
  }
}

function describe(issue: z.core.$ZodIssue, parameter: string): { field: string; message: string }[] {
  const at = parameter === '' ? issue.path.map(String) : [parameter, ...issue.path.map(String)];
  if (issue.code !== 'unrecognized_keys') return [{ field: at.join('.'), message: issue.message }];
  return issue.keys.map((key) => ({ field: [...at, key].join('.'), message: issue.message }));
}
