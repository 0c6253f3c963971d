import { describe, expect, it } from '@jest/globals';
import { caseNumber, isCollective, requireBothConsents, requireNotBefore, requireNotInFuture } from './mediation-case.rules';

const consent = (given: boolean) => ({ given, on: '2026-03-02', how: 'signed' as const });

describe('a dispute of workers with a common claim', () => {
  it.each([
    [9, false],
    [10, true],
    [11, true],
  ])('of %i people is collective: %s', (people, collective) => {
    expect(isCollective(people, '2026-03-02')).toBe(collective);
  });

  it('was not told apart before the law was in force', () => {
    expect(isCollective(500, '2008-04-30')).toBe(false);
    expect(isCollective(500, '2008-05-01')).toBe(true);
  });
});

describe('accepting a case', () => {
  it('needs the applicant’s consent', () => {
    expect(() =>
      requireBothConsents({ applicantConsent: consent(false), respondentConsent: consent(true) }, '2026-03-02', '2026-03-02'),
    ).toThrow(
      expect.objectContaining({
        code: 'BOTH_CONSENTS_REQUIRED',
        field: 'applicantConsent.given',
        details: { party: 'applicant' },
      }),
    );
  });

  it('needs the respondent’s consent', () => {
    expect(() =>
      requireBothConsents({ applicantConsent: consent(true), respondentConsent: consent(false) }, '2026-03-02', '2026-03-02'),
    ).toThrow(
      expect.objectContaining({
        code: 'BOTH_CONSENTS_REQUIRED',
        field: 'respondentConsent.given',
        details: { party: 'respondent' },
      }),
    );
  });

  it('goes ahead with both', () => {
    expect(() =>
      requireBothConsents({ applicantConsent: consent(true), respondentConsent: consent(true) }, '2026-03-02', '2026-03-02'),
    ).not.toThrow();
  });
});

describe('a recorded date', () => {
  const because = { zh: '受理在先', en: 'the case is accepted first' };

  it('may be today and not tomorrow', () => {
    expect(() => requireNotInFuture('heldOn', '2026-03-02', '2026-03-02')).not.toThrow();
    expect(() => requireNotInFuture('heldOn', '2026-03-03', '2026-03-02')).toThrow(
      expect.objectContaining({ code: 'DATE_IN_FUTURE', field: 'heldOn' }),
    );
  });

  it('may be the day of what came first and not the day before', () => {
    expect(() => requireNotBefore('heldOn', '2026-03-02', '2026-03-02', because)).not.toThrow();
    expect(() => requireNotBefore('heldOn', '2026-03-01', '2026-03-02', because)).toThrow(
      expect.objectContaining({
        code: 'DATE_CONTRADICTS',
        field: 'heldOn',
        details: { given: '2026-03-01', notBefore: '2026-03-02' },
      }),
    );
  });
});

describe('a case number', () => {
  it('says district, year and running number', () => {
    expect(caseNumber('320505001', '2026-11-22', 123)).toBe('TJ-320505-2026-000123');
  });

  it('grows past six digits rather than repeating', () => {
    expect(caseNumber('3205', '2026-01-01', 1_234_567)).toBe('TJ-3205-2026-1234567');
  });
});
