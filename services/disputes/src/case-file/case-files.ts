import { Clock } from '@accord/case-model';
import type { CaseAction } from '@accord/contracts';
import type { Actor } from '@accord/http';
import { childOf, currentTraceparent, Outbox, withTrace } from '@accord/messaging';
import { Database, Deadlines } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseClock } from '../limits/case-clock.entity';
import { CaseClocks } from '../limits/case-clocks';
import { requireAllowed } from '../mediation/mediation-case.access';
import { MediationCase } from '../mediation/mediation-case.entity';
import { MediationCaseNotFound } from '../mediation/mediation-case.errors';
import { MediationSession } from '../mediation/mediation-session.entity';
import type { EscalatedAlert } from '../mediation/opening';
import { enterCase, enterWholeCases, keepRecords } from './keep-records';
import type { Act } from './timeline-line.entity';

/** The deadline that wakes a case when one of its limits runs out. */
export const CASE_LIMIT = 'case.limit';

type Decision = (mediation: MediationCase, act: Act, tx: EntityManager) => void | Promise<void>;

/** One case, one file: whatever a case decides is kept together with its clocks, records, timeline and announcements, or not at all. */
@Injectable()
export class CaseFiles {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  /**
   * Enters new cases in the service's own right, as many as there are in a few statements; one whose alert has a case
   * already is left out. `traceOf` gives the trace in which a case announces itself.
   */
  async open(tx: EntityManager, cases: readonly MediationCase[], traceOf = new Map<MediationCase, string>()): Promise<void> {
    const entered = await enterWholeCases(tx, cases);
    await this.keepSessions(
      tx,
      entered.flatMap(({ newSessions }) => newSessions),
    );
    const waking = entered.flatMap(({ id, clocks: { nextToRunOut: dueAt } }) =>
      dueAt === null ? [] : [{ aggregateId: id, kind: CASE_LIMIT, dueAt }],
    );
    await this.deadlines.setAll(tx, waking);
    for (const mediation of entered) {
      await withTrace(childOf(traceOf.get(mediation) ?? currentTraceparent()), () => this.outbox.announce(tx, mediation));
    }
  }

  /** Enters a new case that somebody opens within their areas. */
  async openWithin(tx: EntityManager, mediation: MediationCase): Promise<void> {
    await enterCase(tx, mediation);
    await this.keepRest(tx, mediation);
    await this.outbox.announce(tx, mediation);
  }

  /** Tells a case that is there already which alert it came from. */
  async learnOfAlert(tx: EntityManager, caseId: string, alert: Pick<EscalatedAlert, 'alertNo' | 'level'>): Promise<void> {
    const mediation = await this.getLocked(tx, caseId);
    mediation.learnOfAlert(alert);
    await this.keep(tx, mediation);
  }

  /** Locks the case, asks whether this person may, lets it decide, and keeps what came of it. */
  change(caseId: string, action: CaseAction, by: Actor, decide: Decision): Promise<void> {
    return this.db.within(by, (tx) => this.changeIn(tx, caseId, action, by, decide));
  }

  /** {@link change} in a transaction that is already open within the person's areas. */
  async changeIn(tx: EntityManager, caseId: string, action: CaseAction, by: Actor, decide: Decision): Promise<void> {
    const mediation = await this.getLocked(tx, caseId);
    const act = { by: { id: by.id, name: by.name }, at: this.clock.now() };
    requireAllowed(mediation, action, by);
    mediation.passDueClocks(act.at);
    await decide(mediation, act, tx);
    await this.keep(tx, mediation);
  }

  /** The case with its clocks, locked until the transaction ends; one outside the caller's areas is not found. */
  async getLocked(tx: EntityManager, caseId: string): Promise<MediationCase> {
    const mediation = await tx.findOne(MediationCase, { where: { id: caseId }, lock: { mode: 'pessimistic_write' } });
    if (mediation === null) throw new MediationCaseNotFound(caseId);
    mediation.clocks = new CaseClocks(await tx.find(CaseClock, { where: { caseId }, order: { id: 'ASC' } }));
    return mediation;
  }

  async keep(tx: EntityManager, mediation: MediationCase): Promise<void> {
    await this.outbox.save(tx, mediation);
    await this.keepRest(tx, mediation);
  }

  private async keepRest(tx: EntityManager, mediation: MediationCase): Promise<void> {
    await this.keepSessions(tx, mediation.newSessions);
    await keepRecords(tx, mediation);
    if (mediation.clocks.started.length > 0 || mediation.clocks.changed.length > 0) await this.wakeAtNextLimit(tx, mediation);
  }

  private async keepSessions(tx: EntityManager, sessions: MediationSession[]): Promise<void> {
    if (sessions.length > 0) await tx.insert(MediationSession, sessions);
  }

  private async wakeAtNextLimit(tx: EntityManager, { id, clocks }: MediationCase): Promise<void> {
    if (clocks.nextToRunOut === null) await this.deadlines.cancel(tx, id, CASE_LIMIT);
    else await this.deadlines.set(tx, { aggregateId: id, kind: CASE_LIMIT, dueAt: clocks.nextToRunOut });
  }
}
