import { describe, expect, it } from '@jest/globals';
import { own } from '../rules/rule-forms';
import { ruleInForce } from '../rules/clock-catalogue';
import { dueDate } from './due-date';

const workingDays = (length: number) =>
  own({
    key: 'fed.test',
    name: { zh: '测试', en: 'test' },
    startEvent: { zh: '收到', en: 'received' },
    length,
    unit: 'working_day',
  });

const after = (length: number, start: string) => dueDate({ rule: workingDays(length), start });

describe('counting working days', () => {
  it.each([
    [3, '2026-09-29', '2026-10-09', 'over the National Day holiday'],
    [3, '2026-02-13', '2026-02-25', 'over the Spring Festival, counting the make-up Saturday before it'],
    [3, '2011-01-31', '2011-02-10', 'over the Spring Festival of 2011'],
    [5, '2026-04-29', '2026-05-09', 'onto a Saturday that is worked'],
    [1, '2026-11-20', '2026-11-23', 'over a plain weekend'],
  ])('%i after %s ends on %s: %s', (length, start, due) => {
    expect(after(length, start).dueOn).toBe(due);
  });

  it('is certain inside the published calendar', () => {
    expect(after(3, '2026-09-29').provisional).toBe(false);
  });

  it('is provisional as soon as it reaches a year without a notice', () => {
    const due = after(3, '2026-12-30');

    expect(due).toMatchObject({ dueOn: '2027-01-04', provisional: true });
    expect(due.explanation.zh).toContain('暂定');
  });
});

describe('explaining a due date', () => {
  it('says what was counted, what was skipped and which article it rests on', () => {
    const { explanation } = dueDate({ rule: ruleInForce('med.accept', '2026-09-29'), start: '2026-09-29' });

    expect(explanation).toEqual({
      zh: '2026-09-29 收到申请；当日不计；3 个工作日；10月1日至7日国庆节假期顺延；届满 2026-10-09。依据：《企业劳动争议协商调解规定》（人社部令第17号）第二十二条',
      en: '29 Sep 2026: application received; that day is not counted; 3 working days; 1–7 Oct National Day holiday skipped; due 9 Oct 2026. Basis: Provisions on Consultation and Mediation of Enterprise Labour Disputes (Order 17), art. 22',
    });
  });

  it('names the make-up day that counted', () => {
    expect(after(5, '2026-04-29').explanation.zh).toBe(
      '2026-04-29 收到；当日不计；5 个工作日；5月1日至5日劳动节假期顺延；5月9日（周六）调休上班，计入；届满 2026-05-09。依据：联合会自定（非法定期限）',
    );
  });

  it('names why the last day moved', () => {
    const { dueOn, explanation } = dueDate({ rule: ruleInForce('med.lawlimit', '2026-09-17'), start: '2026-09-17' });

    expect(dueOn).toBe('2026-10-08');
    expect(explanation.en).toContain(
      'the last day, Fri 2 Oct, is in the National Day holiday and moves to the next working day (Civil Procedure Law (2023 text), art. 85)',
    );
  });
});

describe('the end of a day clock', () => {
  it('is the end of the due day in business time', () => {
    expect(after(3, '2026-09-29').dueAt.toISOString()).toBe('2026-10-09T16:00:00.000Z');
  });
});
