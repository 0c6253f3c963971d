import { describe, expect, it } from '@jest/globals';
import { ruleInForce } from '../rules/clock-catalogue';
import { dueDate } from './due-date';
import { type Extension, extendedDueDate } from './extended-due-date';

const bothAgree = { applicant: true, respondent: true };
const limit = ruleInForce('med.limit', '2026-11-02');
const standing = dueDate({ rule: limit, start: '2026-11-02' });
const agreed: Extension = { until: '2026-12-01', agreedOn: '2026-11-16', consents: bothAgree, reason: '等待财务核算' };

const refused = (because: string) =>
  expect.objectContaining({ code: 'CLOCK_CHANGE_REFUSED', details: expect.objectContaining({ because }) });

describe('extending the mediation limit', () => {
  it('gives a new due date with both consents and the reason, and leaves the old one', () => {
    const extended = extendedDueDate({ rule: limit, previous: standing, extension: agreed });

    expect(standing.dueOn).toBe('2026-11-17');
    expect(extended).toMatchObject({ key: 'med.limit', startedOn: '2026-11-02', dueOn: '2026-12-01', provisional: false });
    expect(extended.explanation.zh).toBe(
      '2026-11-02 受理；当日不计；15 日（自然日）；双方当事人同意，原届满 2026-11-17，延期至 2026-12-01（等待财务核算）；届满 2026-12-01。依据：《企业劳动争议协商调解规定》（人社部令第17号）第二十九条',
    );
  });

  it('may be agreed by a length instead of a day', () => {
    const extended = extendedDueDate({ rule: limit, previous: standing, extension: { ...agreed, until: undefined, by: 10 } });

    expect(extended.dueOn).toBe('2026-11-27');
    expect(extended.explanation.en).toContain('both parties agreed: extended from 17 Nov 2026 by 10 calendar days');
  });

  it('can be agreed on the last day and not on the day after', () => {
    const onDay = (agreedOn: string) => () =>
      extendedDueDate({ rule: limit, previous: standing, extension: { ...agreed, agreedOn } });

    expect(onDay('2026-11-17')).not.toThrow();
    expect(onDay('2026-11-18')).toThrow(refused('too_late'));
  });

  it.each([
    ['applicant', { applicant: false, respondent: true }],
    ['respondent', { applicant: true, respondent: false }],
  ])('is refused without the %s’s consent', (_, consents) => {
    expect(() => extendedDueDate({ rule: limit, previous: standing, extension: { ...agreed, consents } })).toThrow(
      refused('consent_missing'),
    );
  });

  it.each([
    ['a day that is not later', { until: '2026-11-17' }, 'not_later'],
    ['nothing in particular', { until: undefined }, 'nothing_asked'],
    ['a length of nought', { until: undefined, by: 0 }, 'nothing_asked'],
  ])('is refused for %s', (_, asked, because) => {
    expect(() => extendedDueDate({ rule: limit, previous: standing, extension: { ...agreed, ...asked } })).toThrow(
      refused(because),
    );
  });
});

describe('extending a limit with a cap', () => {
  const award = ruleInForce('arb.award', '2026-03-02');
  const due = dueDate({ rule: award, start: '2026-03-02' });
  const granted = { agreedOn: '2026-04-10', consents: { applicant: false, respondent: false }, reason: '案情复杂' };

  it('counts the extension in one piece with the limit', () => {
    expect(due.dueOn).toBe('2026-04-16');
    expect(extendedDueDate({ rule: award, previous: due, extension: { ...granted, by: 15 } }).dueOn).toBe('2026-05-06');
  });

  it('is refused beyond the cap, by length or by date', () => {
    expect(() => extendedDueDate({ rule: award, previous: due, extension: { ...granted, by: 16 } })).toThrow(refused('too_long'));
    expect(() => extendedDueDate({ rule: award, previous: due, extension: { ...granted, until: '2026-05-02' } })).toThrow(
      refused('too_long'),
    );
  });
});

describe('extending a limit that has no extension', () => {
  it('is refused', () => {
    const rule = ruleInForce('med.lawlimit', '2026-11-02');
    const due = dueDate({ rule, start: '2026-11-02' });

    expect(() => extendedDueDate({ rule, previous: due, extension: agreed })).toThrow(refused('not_extendable'));
  });
});

describe('suspending the mediation limit', () => {
  const stretch = { from: '2026-11-05', resumedOn: '2026-11-15', consents: bothAgree };

  it('leaves the days out in between', () => {
    const due = dueDate({ rule: limit, start: '2026-11-02', suspensions: [stretch] });

    expect(due.dueOn).toBe('2026-11-27');
    expect(due.explanation.zh).toContain('2026-11-05 起中止，2026-11-15 起恢复计算');
  });

  it('changes nothing once the limit has run out', () => {
    const after = { ...stretch, from: '2026-11-18', resumedOn: '2026-11-25' };

    expect(dueDate({ rule: limit, start: '2026-11-02', suspensions: [after] }).dueOn).toBe('2026-11-17');
  });

  it('needs both parties, an end, and a rule that allows it', () => {
    const suspended =
      (over: object, rule = limit) =>
      () =>
        dueDate({ rule, start: '2026-11-02', suspensions: [{ ...stretch, ...over }] });

    expect(suspended({ consents: { applicant: true, respondent: false } })).toThrow(refused('consent_missing'));
    expect(suspended({ resumedOn: '2026-11-05' })).toThrow(refused('not_later'));
    expect(suspended({}, ruleInForce('med.lawlimit', '2026-11-02'))).toThrow(refused('not_suspendable'));
  });
});
