import type { LocalisedText } from '@accord/case-model';
import { AlertLevel, type AlertSigns, type Grading } from '@accord/contracts';
import { z } from 'zod';

const Sign = z.enum(['stoppage', 'roadBlocked', 'injury', 'crossEmployer']);

/** One line of the rule: all conditions that it names must hold; one that names none always holds. */
export const GradingLine = z.strictObject({
  key: z.string(),
  level: AlertLevel,
  headCountFrom: z.int().positive().optional(),
  arrearsMonthsFrom: z.int().positive().optional(),
  sign: Sign.optional(),
  /** May name `{headCount}` and `{arrearsMonths}`. */
  because: z.strictObject({ zh: z.string(), en: z.string() }),
});
export type GradingLine = z.infer<typeof GradingLine>;

/**
 * What the federation decided about levels, as one dated version. The first line that holds gives the level, so lines
 * stand from the gravest level down. No statute grades labour unrest. Source: rulebook 0.1 no. 10 and 2.7 [D].
 */
export const GradingRule = z.strictObject({
  lines: z.array(GradingLine).min(1),
  /** Levels that open a mediation case without waiting for a person. */
  escalatesItself: z.array(AlertLevel),
  /** How close in time two alerts about one employer count as possible duplicates. */
  duplicatesWithinHours: z.int().positive(),
});
export type GradingRule = z.infer<typeof GradingRule>;

/** The version of the rule that applies to what happens now. */
export interface GradingInForce {
  version: number;
  rule: GradingRule;
}

/** What a level is judged by. */
export interface GradedFacts {
  headCount: number;
  signs: AlertSigns;
}

const GRAVITY: Record<AlertLevel, number> = { blue: 1, yellow: 2, orange: 3, red: 4 };

export function isGraver(level: AlertLevel, than: AlertLevel): boolean {
  return GRAVITY[level] > GRAVITY[than];
}

/** The level that a version of the rule gives to these facts, with the line that gave it. Every alert has at least the last line's. */
export function grade(facts: GradedFacts, { version, rule }: GradingInForce): Grading {
  const line = rule.lines.find((candidate) => holds(candidate, facts));
  if (line === undefined) throw new Error(`Grading rule ${version} has no line for every alert.`);
  return {
    level: line.level,
    ruleVersion: version,
    ruleKey: line.key,
    because: filledIn(line.because, facts),
    escalatesItself: rule.escalatesItself.includes(line.level),
    overruledBy: null,
  };
}

/** The grading as a person with a reason wants it; the rule that would have applied stays readable. */
export function overrule(
  grading: Grading,
  { level, reason, by }: { level: AlertLevel; reason: string; by: string },
  { rule }: GradingInForce,
): Grading {
  return {
    ...grading,
    level,
    escalatesItself: rule.escalatesItself.includes(level),
    because: { zh: `${grading.because.zh}；人工调整：${reason}`, en: `${grading.because.en}; overruled: ${reason}` },
    overruledBy: by,
  };
}

function holds({ headCountFrom = 0, arrearsMonthsFrom = 0, sign }: GradingLine, { headCount, signs }: GradedFacts): boolean {
  return headCount >= headCountFrom && signs.arrearsMonths >= arrearsMonthsFrom && (sign === undefined || signs[sign]);
}

function filledIn(text: LocalisedText, { headCount, signs }: GradedFacts): LocalisedText {
  const fill = (sentence: string) =>
    sentence.replaceAll('{headCount}', String(headCount)).replaceAll('{arrearsMonths}', String(signs.arrearsMonths));
  return { zh: fill(text.zh), en: fill(text.en) };
}
