import { Clock } from '@accord/case-model';
import type { CaseQuery, CaseSummary, CaseView, MediatorOption, Page } from '@accord/contracts';
import type { Actor } from '@accord/http';
import { Database, FieldCipher } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { BodyRegister } from '../bodies/body-register';
import { conflictOf } from '../bodies/conflict.rules';
import { TimelineLine } from '../case-file/timeline-line.entity';
import { CaseClock } from '../limits/case-clock.entity';
import { listCases } from './case-list';
import { MediationCase } from './mediation-case.entity';
import { MediationCaseNotFound } from './mediation-case.errors';
import { summaryOf, viewOf } from './mediation-case.view';
import { MediationSession } from './mediation-session.entity';

/** What there is to see of the cases in somebody's areas. */
@Injectable()
export class MediationCasesService {
  constructor(
    private readonly db: Database,
    private readonly bodies: BodyRegister,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  list(query: CaseQuery, by: Actor): Promise<Page<CaseSummary>> {
    const now = this.clock.now();
    return this.db.look(by, async (tx) => {
      const { cases, next, total } = await listCases(tx, query, by, now);
      const running = await tx.findBy(CaseClock, { caseId: In(cases.map(({ id }) => id)), state: 'running' });
      const runningOf = (caseId: string) => running.filter((clock) => clock.caseId === caseId);
      return { items: cases.map((mediation) => summaryOf(mediation, runningOf(mediation.id), now)), next, total };
    });
  }

  get(caseId: string, by: Actor): Promise<CaseView> {
    return this.db.within(by, async (tx) => {
      const mediation = await this.getCase(tx, caseId);
      const clocks = await tx.find(CaseClock, { where: { caseId }, order: { id: 'DESC' } });
      const sessions = await tx.find(MediationSession, { where: { caseId }, order: { number: 'ASC' } });
      const lines = await tx.find(TimelineLine, { where: { caseId }, order: { at: 'ASC', id: 'ASC' } });
      return viewOf({ mediation, clocks, sessions, lines }, by, this.cipher, this.clock.now());
    });
  }

  /** The mediators of the case's body, each with the reason why not where there is one. */
  mediatorOptions(caseId: string, by: Actor): Promise<MediatorOption[]> {
    return this.db.within(by, async (tx) => {
      const { bodyId, employerId } = await this.getCase(tx, caseId);
      const mediators = await this.bodies.mediatorsOf(tx, bodyId, employerId);
      return mediators.map((mediator) => {
        const { id, name, bodyName, openCases } = mediator;
        return { id, name, bodyId: mediator.bodyId, bodyName, openCases, conflict: conflictOf(mediator, employerId) };
      });
    });
  }

  private async getCase(tx: EntityManager, caseId: string): Promise<MediationCase> {
    const mediation = await tx.findOneBy(MediationCase, { id: caseId });
    if (mediation === null) throw new MediationCaseNotFound(caseId);
    return mediation;
  }
}
