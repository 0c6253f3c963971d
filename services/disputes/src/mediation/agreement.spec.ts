import { describe, expect, it } from '@jest/globals';
import { aCaseInMediation, anAgreedCase, on } from './mediation-case.builder';
import type { MediationCase } from './mediation-case.entity';

const said = (mediation: MediationCase) =>
  mediation.takeAnnouncements().map(({ definition, payload }) => ({ type: definition.type, payload }));
const lines = (mediation: MediationCase) => mediation.newLines.map(({ what }) => what);

describe('drafting an agreement', () => {
  const signed = (day: string) => ({ applicantSignedOn: day, respondentSignedOn: day, mediatorSignedOn: day, bodySealedOn: day });
  const TERMS = { terms: '三月底前付清工资', amountFen: 46_000_00 };

  it('lists what is missing before it binds', () => {
    const mediation = aCaseInMediation();

    mediation.draftAgreement(on('2026-03-10'), { ...TERMS, applicantSignedOn: '2026-03-10' });

    expect(mediation.state).toBe('agreed');
    expect(said(mediation)).toMatchObject([
      { type: 'disputes.agreement-drafted', payload: { missing: ['respondent_signature', 'mediator_signature', 'body_seal'] } },
    ]);
  });

  it('settles the case in the same act when nothing is missing', () => {
    const mediation = aCaseInMediation();

    mediation.draftAgreement(on('2026-03-12'), { ...TERMS, ...signed('2026-03-11'), bodySealedOn: '2026-03-12' });

    expect(mediation).toMatchObject({
      state: 'settled',
      endedOn: '2026-03-12',
      agreement: { inForceOn: '2026-03-12' },
      nextDueAt: null,
    });
    expect(said(mediation)).toMatchObject([
      { type: 'disputes.agreement-drafted', payload: { missing: [] } },
      {
        type: 'disputes.case-settled',
        payload: { inForceOn: '2026-03-12', amountFen: 46_000_00, withinClockA: true, withinClockB: true },
      },
    ]);
    expect(mediation.clocks.all.map(({ key, state }) => [key, state])).toContainEqual(['med.lawlimit', 'met']);
  });

  it.each([
    ['2026-03-18', true, true],
    ['2026-03-19', false, true],
    ['2026-03-20', false, false],
  ])('in force on %s is within clock A: %s, within clock B: %s', (day, withinClockA, withinClockB) => {
    const mediation = aCaseInMediation();

    mediation.draftAgreement(on(day), { ...TERMS, ...signed(day) });

    expect(said(mediation).at(-1)?.payload).toMatchObject({ withinClockA, withinClockB });
  });

  it('keeps earlier signatures while the terms stay the same', () => {
    const mediation = anAgreedCase('2026-03-10');

    mediation.draftAgreement(on('2026-03-11'), {
      terms: '三月底前付清工资',
      ...signed('2026-03-11'),
      applicantSignedOn: undefined,
    });

    expect(mediation).toMatchObject({ state: 'settled', agreement: { applicantSignedOn: '2026-03-10' } });
  });

  it('voids earlier signatures when the terms change, and says so', () => {
    const mediation = anAgreedCase('2026-03-10');

    mediation.draftAgreement(on('2026-03-11'), { terms: '四月底前付清工资', respondentSignedOn: '2026-03-11' });

    expect(mediation.agreement.missing).toEqual(['applicant_signature', 'mediator_signature', 'body_seal']);
    expect(lines(mediation)).toEqual(['signatures-void', 'agreement-drafted']);
  });

  it('refuses a signature under changed terms that is older than the terms it changes', () => {
    expect(() =>
      anAgreedCase('2026-03-10').draftAgreement(on('2026-03-11'), { terms: '改', respondentSignedOn: '2026-03-09' }),
    ).toThrow(
      expect.objectContaining({
        code: 'DATE_CONTRADICTS',
        field: 'respondentSignedOn',
        details: { given: '2026-03-09', notBefore: '2026-03-10' },
      }),
    );
  });

  it.each(['applicantSignedOn', 'respondentSignedOn', 'mediatorSignedOn', 'bodySealedOn'])(
    'refuses %s in the future or before acceptance',
    (field) => {
      const draft = (day: string) => () => aCaseInMediation().draftAgreement(on('2026-03-10'), { ...TERMS, [field]: day });

      expect(draft('2026-03-11')).toThrow(expect.objectContaining({ code: 'DATE_IN_FUTURE', field }));
      expect(draft('2026-03-03')).toThrow(expect.objectContaining({ code: 'DATE_CONTRADICTS', field }));
      expect(draft('2026-03-04')).not.toThrow();
    },
  );

  it('refuses performance before acceptance', () => {
    expect(() => aCaseInMediation().draftAgreement(on('2026-03-10'), { ...TERMS, performBy: '2026-03-03' })).toThrow(
      expect.objectContaining({ field: 'performBy' }),
    );
  });
});
