import { describe, expect, it } from '@jest/globals';
import { CaseHistory } from '@accord/testing';
import { v7 } from 'uuid';
import { TaskDesk } from './task-desk.builder';

const [FIRST, SECOND] = [v7(), v7()];

const fromAlert = (): CaseHistory => new CaseHistory('320505001', v7());

describe('a case that an alert opened', () => {
  it('asks the chair to ask both sides within the federation’s limit, through the end of the day', () => {
    const mediation = fromAlert();
    const desk = new TaskDesk().hear(mediation.opened());

    expect(desk.open).toEqual(['ask-both-sides']);
    expect(desk.get('ask-both-sides')).toMatchObject({
      audience: 'body_chair',
      bodyId: mediation.bodyId,
      dueAt: new Date('2026-03-05T16:00:00Z'),
      provisional: false,
    });
  });

  it('lies in one queue only once an application has come in', () => {
    const mediation = fromAlert();
    const desk = new TaskDesk().hear(mediation.opened(), mediation.applicationReceived());

    expect(desk.summary).toEqual(['ask-both-sides cancelled', 'decide-acceptance open']);
  });
});

describe('a case that an application opened', () => {
  it('asks the chair to decide within the statutory limit', () => {
    const mediation = new CaseHistory();
    const desk = new TaskDesk().hear(mediation.opened(), mediation.applicationReceived('2026-03-02', '2026-03-05'));

    expect(desk.open).toEqual(['decide-acceptance']);
    expect(desk.get('decide-acceptance').dueAt).toEqual(new Date('2026-03-05T16:00:00Z'));
  });

  it('asks nothing once it is declined', () => {
    const mediation = new CaseHistory();

    expect(new TaskDesk().hear(mediation.opened(), mediation.applicationReceived(), mediation.declined()).summary).toEqual([
      'decide-acceptance done',
    ]);
  });
});

describe('a case on its way to an agreement', () => {
  it('asks one thing after the other, each completed by the act it asked for', () => {
    const mediation = fromAlert();
    const desk = new TaskDesk().hear(mediation.opened());
    const next = [
      mediation.accepted(),
      mediation.mediatorAssigned(FIRST),
      mediation.sessionHeld(),
      mediation.sessionHeld(),
      mediation.agreementDrafted(),
      mediation.agreementDrafted(['body_seal']),
      mediation.settled(),
    ].map((event) => desk.hear(event).open);

    expect(next).toEqual([
      ['assign-mediator'],
      ['hold-first-session'],
      ['reach-agreement'],
      ['reach-agreement'],
      ['complete-signatures'],
      ['complete-signatures'],
      [],
    ]);
    expect(desk.tasks.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done', 'done']);
  });

  it('gives the mediator the limit that runs from acceptance', () => {
    const mediation = fromAlert();
    const desk = new TaskDesk().hear(
      mediation.opened(),
      mediation.accepted('2026-03-04', '2026-03-19'),
      mediation.mediatorAssigned(FIRST),
    );

    expect(desk.get('hold-first-session')).toMatchObject({ assigneeId: FIRST, dueAt: new Date('2026-03-19T16:00:00Z') });
  });

  it('asks for no signatures when none is missing', () => {
    const mediation = fromAlert();
    const desk = new TaskDesk().hear(
      mediation.opened(),
      mediation.accepted(),
      mediation.mediatorAssigned(),
      mediation.sessionHeld(),
    );

    expect(desk.hear(mediation.agreementDrafted([])).open).toEqual([]);
  });
});

describe('giving a case to another mediator', () => {
  it.each([
    ['hold-first-session', 0],
    ['reach-agreement', 1],
  ])('moves %s along and says so', (kind, sessions) => {
    const mediation = fromAlert();
    const desk = new TaskDesk().hear(mediation.opened(), mediation.accepted(), mediation.mediatorAssigned(FIRST));
    for (let held = 0; held < sessions; held++) desk.hear(mediation.sessionHeld());
    desk.get(kind).takeAnnouncements();

    desk.hear(mediation.mediatorAssigned(SECOND));

    expect(desk.open).toEqual([kind]);
    expect(desk.get(kind).assigneeId).toBe(SECOND);
    expect(desk.get(kind).takeAnnouncements()).toMatchObject([
      { definition: { type: 'worklist.task-reassigned' }, payload: { assigneeId: SECOND, formerAssigneeId: FIRST } },
    ]);
  });

  it('asks for no first session again after a draft', () => {
    const mediation = fromAlert();
    const desk = new TaskDesk().hear(
      mediation.opened(),
      mediation.accepted(),
      mediation.mediatorAssigned(FIRST),
      mediation.sessionHeld(),
    );

    desk.hear(mediation.agreementDrafted(), mediation.mediatorAssigned(SECOND));

    expect(desk.open).toEqual(['complete-signatures']);
    expect(desk.get('complete-signatures').assigneeId).toBe(SECOND);
  });
});

describe('a limit that runs out', () => {
  it('asks the supervisor about a late decision until there is one', () => {
    const mediation = new CaseHistory();
    const desk = new TaskDesk().hear(mediation.opened(), mediation.applicationReceived(), mediation.deadlinePassed('med.accept'));

    expect(desk.open).toEqual(['decide-acceptance', 'look-into-late-decision']);
    expect(desk.hear(mediation.accepted()).open).toEqual(['assign-mediator']);
  });

  it('asks once about an overdue case, however many limits pass, until the case ends', () => {
    const mediation = new CaseHistory();
    const desk = new TaskDesk().hear(mediation.opened(), mediation.applicationReceived(), mediation.accepted());

    desk.hear(mediation.deadlinePassed('med.lawlimit'), mediation.deadlinePassed('med.limit'));

    expect(desk.open).toEqual(['assign-mediator', 'look-into-overdue-case']);
    expect(desk.hear(mediation.failed()).open).toEqual([]);
  });
});

describe('withdrawing a case', () => {
  it('leaves nothing to do at any stage', () => {
    const desk = new TaskDesk();
    for (let stage = 0; stage < 5; stage++) {
      const mediation = new CaseHistory();
      desk.hear(mediation.opened(), mediation.applicationReceived());
      const steps = [
        () => mediation.accepted(),
        () => mediation.mediatorAssigned(),
        () => mediation.sessionHeld(),
        () => mediation.agreementDrafted(),
      ];
      for (const step of steps.slice(0, stage)) desk.hear(step());
      desk.hear(mediation.withdrawn());
    }

    expect(desk.open).toEqual([]);
  });
});

describe('hearing an event again', () => {
  it('changes nothing', () => {
    const mediation = fromAlert();
    const events = [
      mediation.opened(),
      mediation.accepted(),
      mediation.mediatorAssigned(FIRST),
      mediation.mediatorAssigned(SECOND),
    ];
    const desk = new TaskDesk().hear(...events);
    const before = desk.summary;

    desk.hear(...events);

    expect(desk.summary).toEqual(before);
    expect(desk.get('hold-first-session').assigneeId).toBe(SECOND);
  });
});
