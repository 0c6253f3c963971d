import { describe, expect, it } from '@jest/globals';
import type { AlertSigns } from '@accord/contracts';
import { grade, type GradingInForce, GradingRule, isGraver, overrule } from './grading.rules';
import { proposedGrading } from './proposed-grading.data';

const CALM: AlertSigns = { stoppage: false, roadBlocked: false, injury: false, crossEmployer: false, arrearsMonths: 0 };
const PROPOSED: GradingInForce = { version: 1, rule: proposedGrading };
const graded = (headCount: number, signs: Partial<AlertSigns> = {}) =>
  grade({ headCount, signs: { ...CALM, ...signs } }, PROPOSED);

describe('grading by the proposed rule', () => {
  it.each([
    [1, 'blue', 'blue.credible-sign'],
    [9, 'blue', 'blue.credible-sign'],
    [10, 'blue', 'blue.head-count'],
    [49, 'blue', 'blue.head-count'],
    [50, 'yellow', 'yellow.head-count'],
    [199, 'yellow', 'yellow.head-count'],
    [200, 'orange', 'orange.head-count'],
    [999, 'orange', 'orange.head-count'],
    [1000, 'red', 'red.head-count'],
  ])('%i people make it %s by %s', (headCount, level, ruleKey) => {
    expect(graded(headCount)).toMatchObject({ level, ruleKey, ruleVersion: 1 });
  });

  it.each([
    [{ stoppage: true }, 'yellow'],
    [{ roadBlocked: true }, 'orange'],
    [{ crossEmployer: true }, 'orange'],
    [{ injury: true }, 'red'],
    [{ arrearsMonths: 1 }, 'blue'],
    [{ arrearsMonths: 2 }, 'yellow'],
  ])('three people with %o make it %s', (signs, level) => {
    expect(graded(3, signs).level).toBe(level);
  });

  it('takes the gravest of several reasons', () => {
    expect(graded(1200, { stoppage: true, arrearsMonths: 6 })).toMatchObject({ level: 'red', ruleKey: 'red.head-count' });
  });

  it('says the number that decided', () => {
    expect(graded(60).because).toEqual({ zh: '涉及 60 人，在 50 至 199 人之间', en: '60 people, between 50 and 199' });
  });

  it.each([
    [20, false],
    [60, false],
    [300, true],
    [1500, true],
  ])('of %i people escalates itself: %s', (headCount, escalatesItself) => {
    expect(graded(headCount).escalatesItself).toBe(escalatesItself);
  });

  it('is refused where the rule leaves somebody without a level', () => {
    const full = { ...proposedGrading, lines: proposedGrading.lines.filter(({ level }) => level !== 'blue') };

    expect(() => grade({ headCount: 5, signs: CALM }, { version: 7, rule: full })).toThrow('Grading rule 7');
  });

  it('is by data that a newer version may replace', () => {
    const stricter = GradingRule.parse({
      ...proposedGrading,
      lines: [{ key: 'all.red', level: 'red', because: { zh: '全部', en: 'all' } }],
    });

    expect(grade({ headCount: 1, signs: CALM }, { version: 2, rule: stricter })).toMatchObject({
      level: 'red',
      ruleVersion: 2,
      ruleKey: 'all.red',
    });
  });
});

describe('overruling a grading', () => {
  it('keeps the rule readable beside the reason and the name', () => {
    const overruled = overrule(graded(20), { level: 'orange', reason: '老板失联', by: '王敏' }, PROPOSED);

    expect(overruled).toMatchObject({ level: 'orange', ruleKey: 'blue.head-count', overruledBy: '王敏', escalatesItself: true });
    expect(overruled.because.zh).toBe('涉及 20 人，在 10 至 49 人之间；人工调整：老板失联');
  });

  it('downwards stops the alert from escalating itself', () => {
    expect(overrule(graded(300), { level: 'yellow', reason: '已复工', by: '王敏' }, PROPOSED).escalatesItself).toBe(false);
  });
});

it('orders the levels by gravity', () => {
  expect(isGraver('red', 'orange')).toBe(true);
  expect(isGraver('blue', 'blue')).toBe(false);
  expect(isGraver('blue', 'yellow')).toBe(false);
});
