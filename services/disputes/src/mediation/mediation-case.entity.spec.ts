import { describe, expect, it } from '@jest/globals';
import {
  aCaseInMediation,
  anAcceptedCase,
  anAlert,
  anApplication,
  anAppliedCase,
  anOpenedCase,
  BODY,
  CASE_ID,
  consents,
  MEDIATOR,
  on,
} from './mediation-case.builder';
import { MediationCase } from './mediation-case.entity';

const NO_CONTACT = { phone: null, idNumber: null };
const NO_PROPOSAL = { body: null, mediator: null, reasons: [] };
const said = (mediation: MediationCase) =>
  mediation.takeAnnouncements().map(({ definition, payload }) => ({ type: definition.type, payload }));
const lines = (mediation: MediationCase) => mediation.newLines.map(({ what }) => what);
const clock = (mediation: MediationCase, key: Parameters<MediationCase['clocks']['find']>[0]) => mediation.clocks.find(key);

describe('opening a case because an alert escalates', () => {
  const escalatedOn = (day: string, given = {}) =>
    MediationCase.openFromAlert(anAlert(given), on(day).at, {
      id: CASE_ID,
      caseNo: 'TJ-1',
      proposal: { ...NO_PROPOSAL, body: BODY },
    });

  it('sets the federation’s own limit running and no statutory one', () => {
    const mediation = escalatedOn('2026-09-29');

    expect(mediation.state).toBe('opened');
    expect(mediation.clocks.all.map(({ key, dueOn, statutory }) => ({ key, dueOn, statutory }))).toEqual([
      { key: 'fed.reach-both-sides', dueOn: '2026-10-09', statutory: false },
    ]);
  });

  it('announces it at the moment of the escalation, with the limit', () => {
    const mediation = escalatedOn('2026-03-02');
    const [announced] = mediation.takeAnnouncements();

    expect(announced).toMatchObject({
      definition: { type: 'disputes.case-opened' },
      occurredAt: on('2026-03-02').at,
      payload: {
        origin: 'alert',
        bodyId: BODY.id,
        openedOn: '2026-03-02',
        reachBothSides: { dueOn: '2026-03-05', provisional: false },
      },
    });
  });

  it.each([
    [9, false],
    [10, true],
  ])('is collective with %i people: %s', (headCount, collective) => {
    expect(escalatedOn('2026-03-02', { headCount }).collective).toBe(collective);
  });

  it('says on the timeline that nobody was notified where no body is registered', () => {
    const mediation = MediationCase.openFromAlert(anAlert(), on('2026-03-02').at, { caseNo: 'TJ-1', proposal: NO_PROPOSAL });

    expect(lines(mediation)).toEqual(['opened', 'proposed', 'nobody-notified', 'limit-started']);
  });

  it('says so where its limit reaches into a year without a published calendar', () => {
    expect(clock(escalatedOn('2026-12-30'), 'fed.reach-both-sides')).toMatchObject({ provisional: true });
  });
});

describe('receiving an application', () => {
  it('starts clock A and the time for deciding, each on the day of receipt', () => {
    const mediation = anOpenedCase();

    mediation.receiveApplication(on('2026-03-04'), anApplication({ receivedOn: '2026-03-03' }), NO_CONTACT);

    expect(mediation.state).toBe('applied');
    expect(clock(mediation, 'med.lawlimit')).toMatchObject({ startedOn: '2026-03-03', dueOn: '2026-03-18', statutory: true });
    expect(clock(mediation, 'med.accept')).toMatchObject({ startedOn: '2026-03-03', dueOn: '2026-03-06' });
    expect(said(mediation)).toMatchObject([
      {
        type: 'disputes.application-received',
        payload: { receivedOn: '2026-03-03', decideBy: { dueOn: '2026-03-06' }, clockA: { dueOn: '2026-03-18' } },
      },
    ]);
  });

  it('is refused with a date of receipt in the future', () => {
    expect(() =>
      anOpenedCase().receiveApplication(on('2026-03-04'), anApplication({ receivedOn: '2026-03-05' }), NO_CONTACT),
    ).toThrow(expect.objectContaining({ code: 'DATE_IN_FUTURE', field: 'receivedOn' }));
  });

  it('is refused with a date of receipt before the rules on mediation', () => {
    expect(() =>
      anOpenedCase().receiveApplication(on('2026-03-04'), anApplication({ receivedOn: '2011-12-31' }), NO_CONTACT),
    ).toThrow(expect.objectContaining({ code: 'RECEIVED_BEFORE_THE_RULES', field: 'receivedOn' }));
  });

  it('leaves the case as it was when it is refused', () => {
    const mediation = anOpenedCase();

    expect(() =>
      mediation.receiveApplication(on('2026-03-04'), anApplication({ receivedOn: '2026-03-05' }), NO_CONTACT),
    ).toThrow();

    expect({ state: mediation.state, clocks: mediation.clocks.all.length, said: said(mediation) }).toEqual({
      state: 'opened',
      clocks: 1,
      said: [],
    });
  });
});

describe('accepting a case', () => {
  it('starts clock B and meets the limits for deciding', () => {
    const mediation = anAppliedCase('2026-03-03');

    mediation.accept(on('2026-03-06'), consents('2026-03-05'), BODY);

    expect(mediation).toMatchObject({ state: 'accepted', acceptedOn: '2026-03-06', bodyId: BODY.id });
    expect(clock(mediation, 'med.limit')).toMatchObject({ startedOn: '2026-03-06', dueOn: '2026-03-23' });
    expect(clock(mediation, 'med.accept')).toMatchObject({ state: 'met', endedOn: '2026-03-06' });
    expect(clock(mediation, 'fed.reach-both-sides')?.endedOn).toBe('2026-03-06');
    expect(clock(mediation, 'med.lawlimit')?.state).toBe('running');
    expect(said(mediation)).toMatchObject([
      { type: 'disputes.case-accepted', payload: { onTime: true, clockB: { dueOn: '2026-03-23' } } },
    ]);
  });

  it('is late the day after the time for deciding', () => {
    const mediation = anAppliedCase('2026-03-03');

    mediation.accept(on('2026-03-07'), consents('2026-03-05'), BODY);

    expect(said(mediation)).toMatchObject([{ payload: { onTime: false } }]);
  });

  it('needs no application: a body may mediate of its own motion', () => {
    const mediation = anOpenedCase();

    mediation.accept(on('2026-03-03'), consents('2026-03-03'), BODY);

    expect(clock(mediation, 'med.lawlimit')).toBeUndefined();
    expect(clock(mediation, 'med.limit')?.state).toBe('running');
  });

  it('is refused with a consent from before the case was opened', () => {
    expect(() => anAppliedCase().accept(on('2026-03-04'), consents('2026-03-01'), BODY)).toThrow(
      expect.objectContaining({ code: 'DATE_CONTRADICTS', field: 'applicantConsent.on' }),
    );
  });

  it('takes a consent that came with an application older than the case', () => {
    const mediation = anOpenedCase('2026-03-02');
    mediation.receiveApplication(on('2026-03-02'), anApplication({ receivedOn: '2026-02-27' }), NO_CONTACT);

    mediation.accept(on('2026-03-02'), consents('2026-02-27'), BODY);

    expect(mediation.state).toBe('accepted');
  });
});

describe('declining a case', () => {
  it('ends it, decides in time and stops clock A', () => {
    const mediation = anAppliedCase('2026-03-03');

    mediation.decline(on('2026-03-04'), { reason: 'respondent_unwilling', note: '单位来电表示不参加调解' });

    expect(mediation).toMatchObject({ state: 'declined', endedOn: '2026-03-04', nextDueAt: null });
    expect(clock(mediation, 'med.accept')?.state).toBe('met');
    expect(clock(mediation, 'med.lawlimit')?.state).toBe('stopped');
  });
});

describe('assigning a mediator', () => {
  it('hands the case over from an earlier one', () => {
    const mediation = aCaseInMediation();
    const successor = {
      ...MEDIATOR,
      id: '0198b2c4-0000-7000-8000-00000000a002',
      staffId: '0198b2c4-0000-7000-8000-00000000c003',
      name: '顾明',
    };

    mediation.assignMediator(on('2026-03-06'), successor);

    expect(mediation).toMatchObject({ state: 'in_mediation', mediatorId: successor.id, mediatorStaffId: successor.staffId });
    expect(said(mediation)).toMatchObject([{ type: 'disputes.mediator-assigned', payload: { formerMediatorId: MEDIATOR.id } }]);
  });

  it('is refused for the one who leads already', () => {
    expect(() => aCaseInMediation().assignMediator(on('2026-03-06'), MEDIATOR)).toThrow(
      expect.objectContaining({ code: 'MEDIATOR_ALREADY_LEADS', field: 'mediatorId' }),
    );
  });

  it('is refused for one with a conflict of interest', () => {
    const tied = { ...MEDIATOR, registeredConflict: { zh: '近亲属', en: 'near relative' } };

    expect(() => anAcceptedCase().assignMediator(on('2026-03-05'), tied)).toThrow(
      expect.objectContaining({ code: 'MEDIATOR_CONFLICT' }),
    );
  });
});

describe('holding a session', () => {
  const session = (heldOn: string) => ({
    heldOn,
    place: '镇调解室',
    present: ['applicant' as const, 'respondent' as const],
    record: '双方陈述',
  });

  it('is recorded with its running number', () => {
    const mediation = aCaseInMediation();

    mediation.holdSession(on('2026-03-06'), session('2026-03-06'), '0198b2c4-0000-7000-8000-000000000901');
    mediation.holdSession(on('2026-03-09'), session('2026-03-08'), '0198b2c4-0000-7000-8000-000000000902');

    expect(mediation.newSessions.map(({ number, heldOn }) => [number, heldOn])).toEqual([
      [1, '2026-03-06'],
      [2, '2026-03-08'],
    ]);
  });

  it.each([
    ['2026-03-07', 'DATE_IN_FUTURE'],
    ['2026-03-03', 'DATE_CONTRADICTS'],
  ])('is refused when dated %s: %s', (heldOn, code) => {
    expect(() => aCaseInMediation().holdSession(on('2026-03-06'), session(heldOn), CASE_ID)).toThrow(
      expect.objectContaining({ code, field: 'heldOn' }),
    );
  });
});

describe('declaring failure', () => {
  it.each([
    ['2026-03-19', true],
    ['2026-03-20', false],
  ])('on %s is within clock B: %s', (day, withinClockB) => {
    const mediation = aCaseInMediation();

    mediation.declareImpasse(on(day), { reason: 'no_agreement', note: '差距过大' });

    expect(mediation).toMatchObject({ state: 'failed', endedOn: day });
    expect(said(mediation)).toMatchObject([{ type: 'disputes.case-failed', payload: { failedOn: day, withinClockB } }]);
  });
});

describe('withdrawing', () => {
  it('ends the case and stops its clocks', () => {
    const mediation = anAcceptedCase();

    mediation.withdraw(on('2026-03-05'), { note: '自行和解' });

    expect(mediation).toMatchObject({ state: 'withdrawn', closingNote: '自行和解', nextDueAt: null });
    expect(clock(mediation, 'med.limit')?.state).toBe('stopped');
  });

  it('is not offered where nobody has applied', () => {
    expect(() => anOpenedCase().withdraw(on('2026-03-03'), { note: '不需要' })).toThrow(
      expect.objectContaining({ code: 'ACTION_NOT_ALLOWED' }),
    );
  });
});

describe('a limit that runs out', () => {
  const justBefore = new Date('2026-03-18T23:59:59.999+08:00');
  const midnight = new Date('2026-03-19T00:00:00+08:00');

  it('passes at the end of its last day, once, and ends nothing', () => {
    const mediation = aCaseInMediation();

    mediation.passDueClocks(justBefore);
    expect(said(mediation)).toEqual([]);
    mediation.passDueClocks(midnight);
    mediation.passDueClocks(midnight);

    expect(said(mediation)).toEqual([
      {
        type: 'disputes.case-deadline-passed',
        payload: { caseId: CASE_ID, areaCode: '320505001', clock: 'med.lawlimit', dueOn: '2026-03-18' },
      },
    ]);
    expect(mediation.state).toBe('in_mediation');
    expect(mediation.newLines.at(-1)?.text.zh).toContain('当事人可以申请仲裁');
  });

  it('makes the case overdue until the act is done', () => {
    const mediation = anAppliedCase('2026-03-03');
    const later = on('2026-03-09');

    mediation.passDueClocks(later.at);
    expect(mediation.isOverdue(later.at)).toBe(true);
    mediation.accept(later, consents('2026-03-09'), BODY);

    expect(mediation.isOverdue(later.at)).toBe(false);
    expect(clock(mediation, 'med.accept')).toMatchObject({ state: 'passed', endedOn: '2026-03-09' });
  });
});
