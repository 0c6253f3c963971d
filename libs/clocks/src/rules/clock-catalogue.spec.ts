import { describe, expect, it } from '@jest/globals';
import { clockCatalogue, findRuleInForce, ruleInForce } from './clock-catalogue';
import { clockRules } from './clock-rules.data';
import { regionOfArea } from './region';

const inForce = (date: string, region: 'JS' | null = null) =>
  clockCatalogue
    .inForceOn(date, region)
    .map(
      ({ key, length, unit, extension }) =>
        `${key} ${length} ${unit}${extension === null ? '' : ` +${extension.by ?? 'agreed'}`}`,
    );

describe('the catalogue on 22 November 2026 in Jiangsu', () => {
  it('has exactly these limits', () => {
    expect(inForce('2026-11-22', 'JS')).toEqual([
      'neg.reply 5 calendar_day',
      'med.accept 3 working_day',
      'med.lawlimit 15 calendar_day',
      'med.limit 15 calendar_day +agreed',
      'med.review.file 15 calendar_day',
      'med.review.decide 5 working_day +5',
      'med.confirm.file 30 calendar_day',
      'arb.limitation 1 year',
      'arb.accept 5 working_day',
      'arb.serve 5 working_day',
      'arb.defence 10 working_day',
      'arb.copy 5 working_day',
      'arb.award 45 calendar_day +15',
      'suit.worker 15 calendar_day',
      'suit.other 15 calendar_day',
      'annul.employer 30 calendar_day',
      'payorder.court 15 calendar_day',
      'payorder.debtor 15 calendar_day',
      'sup.reply 15 working_day',
      'sup.file 5 working_day',
      'layoff.notice 30 calendar_day',
      'arrears.report 5 calendar_day',
      'pet.register 15 calendar_day',
      'pet.notify 15 calendar_day',
      'pet.transfer.object 5 working_day',
      'pet.finish 60 calendar_day +30',
      'pet.review.ask 30 calendar_day',
      'pet.review.decide 30 calendar_day',
      'pet.final.ask 30 calendar_day',
      'pet.final.decide 30 calendar_day',
      'aid.legal.decide 7 calendar_day',
      'aid.legal.assign 3 calendar_day',
      'aid.legal.object 5 calendar_day',
      'aid.publicity 5 working_day',
      'file.sync 30 working_day',
      'file.review 1 year',
      'file.keep 10 year',
      'bar.reply 20 calendar_day',
      'bar.vacancy 15 calendar_day',
      'bar.file 10 calendar_day',
      'wage.file 7 calendar_day',
      'bar.review 15 calendar_day',
      'wage.review 15 calendar_day',
      'wage.publish 5 calendar_day',
      'bar.renew 3 month',
      'wage.renew 60 calendar_day',
      'bar.coord 30 calendar_day +15',
      'org.found 1 year',
      'dues.pay 15 calendar_day',
      'union.term.3 3 year',
      'union.term.5 5 year',
      'fed.acknowledge.blue 8 working_hour',
      'fed.acknowledgement-expires.blue 3 working_day',
      'fed.acknowledge.yellow 4 working_hour',
      'fed.acknowledgement-expires.yellow 1 working_day',
      'fed.acknowledge.orange 60 minute',
      'fed.acknowledgement-expires.orange 4 hour',
      'fed.acknowledge.red 15 minute',
      'fed.acknowledgement-expires.red 1 hour',
      'fed.reach-both-sides 3 working_day',
      'fed.assign 2 working_day',
      'fed.archive 15 calendar_day',
      'fed.observe 30 calendar_day',
      'fed.report.phone 1 hour',
      'fed.report.written 4 hour',
      'fed.report.follow-up 24 hour',
    ]);
  });
});

describe('a rule', () => {
  it.each(['neg.reply', 'med.accept', 'med.limit', 'med.review.file'])('%s of Order 17 was not in force in 2010', (key) => {
    expect(findRuleInForce(key, '2010-12-29')).toBeUndefined();
    expect(findRuleInForce(key, '2011-12-31')).toBeUndefined();
    expect(ruleInForce(key, '2012-01-01').key).toBe(key);
  });

  it('of the law of 2008 was', () => {
    expect(ruleInForce('med.lawlimit', '2010-12-29').basis.zh).toBe('《劳动争议调解仲裁法》第十四条');
  });

  it('is refused with its key and date where none was in force', () => {
    expect(() => ruleInForce('med.limit', '2010-12-29')).toThrow(
      expect.objectContaining({
        code: 'CLOCK_RULE_NOT_IN_FORCE',
        kind: 'not_found',
        details: { key: 'med.limit', onDate: '2010-12-29', region: null },
      }),
    );
    expect(() => ruleInForce('med.unheard-of', '2026-11-22')).toThrow('There is no clock rule');
  });

  it('cites the text that governed the day: judicial confirmation under the People’s Mediation Law, then the Civil Procedure Law', () => {
    expect(findRuleInForce('med.confirm.file', '2010-12-31')).toBeUndefined();
    expect(ruleInForce('med.confirm.file', '2011-01-01').basis.zh).toBe('《人民调解法》第三十三条');
    expect(ruleInForce('med.confirm.file', '2026-01-01').basis.zh).toBe('《民事诉讼法》（2023年修正）第二百零五条');
  });

  it('of Jiangsu governs Jiangsu alone', () => {
    expect(ruleInForce('sup.reply', '2026-11-22', regionOfArea('320508')).length).toBe(15);
    expect(findRuleInForce('sup.reply', '2026-11-22', regionOfArea('310104'))).toBeUndefined();
    expect(findRuleInForce('sup.reply', '2026-11-22')).toBeUndefined();
  });

  it('of the nation governs Jiangsu too', () => {
    expect(ruleInForce('med.accept', '2026-11-22', 'JS').region).toBeNull();
  });
});

describe('citing a basis', () => {
  it.each(clockRules.filter(({ statutory }) => statutory).map((rule) => [rule.key, rule] as const))(
    '%s is law that was read: it names its article',
    (_, rule) => {
      expect(['V', 'V-ex']).toContain(rule.verification);
      expect(rule.basis.zh).toMatch(/《.+》.*第.+条/);
      expect(rule.basis.en).toMatch(/arts?\. \d+/);
    },
  );

  it.each(clockRules.filter(({ statutory }) => !statutory).map((rule) => [rule.key, rule] as const))(
    '%s is no law and cites none',
    (_, rule) => {
      expect(rule.basis.zh).not.toMatch(/《|第.+条/);
      expect(`${rule.basis.zh} ${rule.basis.en}`).toMatch(/联合会自定.*set by the federation|工会内部规定.*not a statute/);
    },
  );
});

describe('a limit of the federation’s own', () => {
  it('is set from a day on, and what began before keeps the old one', () => {
    const catalogue = clockCatalogue.withOwnLimit('fed.reach-both-sides', '2027-01-01', { length: 16, unit: 'working_hour' });

    expect(catalogue.get('fed.reach-both-sides', '2026-12-31')).toMatchObject({ length: 3, unit: 'working_day' });
    expect(catalogue.get('fed.reach-both-sides', '2027-01-01')).toMatchObject({
      length: 16,
      unit: 'working_hour',
      counting: 'from_instant',
      statutory: false,
    });
    expect(clockCatalogue.get('fed.reach-both-sides', '2027-01-01').length).toBe(3);
  });

  it('can be set again for the same day', () => {
    const catalogue = clockCatalogue
      .withOwnLimit('fed.assign', '2027-01-01', { length: 4 })
      .withOwnLimit('fed.assign', '2027-01-01', { length: 5 });

    expect(catalogue.get('fed.assign', '2027-06-01').length).toBe(5);
  });

  it.each([0, -1, 1.5, Number.NaN, 1e9])('cannot be %d long', (length) => {
    expect(() => clockCatalogue.withOwnLimit('fed.assign', '2027-01-01', { length })).toThrow(
      expect.objectContaining({ code: 'CLOCK_RULE_INVALID', field: 'length' }),
    );
  });

  it('never changes a statutory limit', () => {
    expect(() => clockCatalogue.withOwnLimit('med.accept', '2027-01-01', { length: 30 })).toThrow(
      expect.objectContaining({ code: 'CLOCK_RULE_NOT_CONFIGURABLE', kind: 'refused' }),
    );
  });
});
