import { businessDate, known } from '@accord/case-model';
import { AlertEscalated, type EventOf } from '@accord/contracts';
import { ConsumesTogether } from '@accord/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BodyRegister } from '../bodies/body-register';
import { proposeAssignment } from '../bodies/proposal.rules';
import { CaseFiles } from '../case-file/case-files';
import { MediationCase } from './mediation-case.entity';
import { caseNumber } from './mediation-case.rules';

/** Exactly one case per escalated alert: the inbox takes a repeat out, and a case that is there already is left as it is. */
@Injectable()
export class OpenCaseWhenAlertEscalates {
  constructor(
    private readonly bodies: BodyRegister,
    private readonly files: CaseFiles,
  ) {}

  @ConsumesTogether(AlertEscalated)
  async handle(escalations: readonly EventOf<typeof AlertEscalated>[], tx: EntityManager): Promise<void> {
    const grounds = await this.bodies.groundsFor(
      tx,
      escalations.map(({ payload }) => ({ ...payload, employerId: payload.employer.id })),
    );
    const traceOf = new Map<MediationCase, string>();
    for (const [place, { payload: alert, occurredAt, traceparent }] of escalations.entries()) {
      const { existingId, serial, candidates } = known(grounds[place], 'every question has its answer');
      if (existingId !== null) {
        await this.files.learnOfAlert(tx, existingId, alert);
        continue;
      }
      const proposal = proposeAssignment({ employerId: alert.employer.id, claimTypes: alert.claimTypes, candidates });
      const caseNo = caseNumber(alert.areaCode, businessDate(occurredAt), serial);
      traceOf.set(MediationCase.openFromAlert(alert, occurredAt, { caseNo, proposal }), traceparent);
    }
    await this.files.open(tx, [...traceOf.keys()], traceOf);
  }
}
