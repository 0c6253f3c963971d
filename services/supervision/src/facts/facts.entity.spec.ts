import { describe, expect, it } from '@jest/globals';
import { AlertHistory, CaseHistory } from '@accord/testing';
import { type AlertEvent, AlertFacts } from './alert-facts.entity';
import { type CaseEvent, CaseFacts } from './case-facts.entity';

function factsOf(first: AlertEvent, ...rest: AlertEvent[]): AlertFacts {
  const facts = AlertFacts.of(first);
  for (const event of [first, ...rest]) facts.hear(event);
  return facts;
}

function caseFactsOf(first: CaseEvent, ...rest: CaseEvent[]): CaseFacts {
  const facts = CaseFacts.of(first);
  for (const event of [first, ...rest]) facts.hear(event);
  return facts;
}

describe('the facts of an alert', () => {
  it.each([
    ['settled', 'resolved', '2026-03-02'],
    ['failed', 'unresolved', null],
    ['declined', 'verified', null],
    ['withdrawn', 'verified', null],
  ] as const)('after a case that was %s say it is %s', (outcome, state, concludedOn) => {
    const alert = new AlertHistory();

    expect(factsOf(alert.raised(), alert.escalated(), alert.resolved(outcome))).toMatchObject({ state, concludedOn, outcome });
  });

  it('carry the newest level and head-count', () => {
    const alert = new AlertHistory('320505001', 'blue');

    expect(factsOf(alert.raised(), alert.graded('red'), alert.acknowledged(), alert.verified())).toMatchObject({
      level: 'red',
      headCount: 62,
      state: 'verified',
    });
  });

  it('say open again when an acknowledgement ran out', () => {
    const alert = new AlertHistory();

    expect(factsOf(alert.raised(), alert.acknowledged(), alert.unanswered('320505')).state).toBe('raised');
  });
});

describe('the facts of a case', () => {
  it('keep the earlier of two limits that passed', () => {
    const one = new CaseHistory();

    const facts = caseFactsOf(
      one.opened(),
      one.deadlinePassed('med.limit', '2026-03-19'),
      one.deadlinePassed('med.lawlimit', '2026-03-17'),
    );

    expect(facts.conclusionOverdueSince).toBe('2026-03-17');
  });

  it('forget a late decision once there is one, and nothing else', () => {
    const one = new CaseHistory();

    const facts = caseFactsOf(
      one.opened(),
      one.applicationReceived(),
      one.deadlinePassed('med.accept', '2026-03-05'),
      one.deadlinePassed('med.lawlimit', '2026-03-17'),
      one.accepted('2026-03-20'),
    );

    expect(facts).toMatchObject({ decisionOverdueSince: null, conclusionOverdueSince: '2026-03-17', decidedOn: '2026-03-20' });
  });

  it('follow the case through its states', () => {
    const one = new CaseHistory();
    const facts = CaseFacts.of(one.opened());
    const states = [one.applicationReceived(), one.accepted(), one.mediatorAssigned(), one.agreementDrafted(), one.settled()].map(
      (event) => {
        facts.hear(event);
        return facts.state;
      },
    );

    expect(states).toEqual(['applied', 'accepted', 'in_mediation', 'agreed', 'settled']);
  });

  it('do not change when an older event is heard again', () => {
    const one = new CaseHistory();
    const [opened, accepted, settled] = [one.opened(), one.accepted(), one.settled()];

    expect(caseFactsOf(opened, accepted, settled, opened, accepted)).toMatchObject({ state: 'settled', heardVersion: 3 });
  });
});
