import { businessDate } from '@accord/case-model';
import { AlertEscalated, type EventOf } from '@accord/contracts';
import { Consumes } from '@accord/messaging';
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

  @Consumes(AlertEscalated)
  async handle({ payload: alert, occurredAt }: EventOf<typeof AlertEscalated>, tx: EntityManager): Promise<void> {
    const { alertId, areaCode, employer, claimTypes } = alert;
    const { existingId, serial, candidates } = await this.bodies.groundsFor(tx, areaCode, employer.id, alertId);
    if (existingId !== null) return this.files.learnOfAlert(tx, existingId, alert);
    const proposal = proposeAssignment({ employerId: employer.id, claimTypes, candidates });
    const caseNo = caseNumber(areaCode, businessDate(occurredAt), serial);
    await this.files.open(tx, MediationCase.openFromAlert(alert, occurredAt, { caseNo, proposal }));
  }
}
