import { businessDate } from '@accord/case-model';
import type { AlertLevel, AssignmentProposal, ClaimType, EmployerRef } from '@accord/contracts';
import { v7 } from 'uuid';
import type { MediationCase } from './mediation-case.entity';
import { isCollective } from './mediation-case.rules';

/** What a case is about and who should take it: all that is known when it opens. */
export interface Opening {
  readonly id?: string;
  readonly caseNo: string;
  readonly employer: EmployerRef;
  readonly areaCode: string;
  readonly claimTypes: ClaimType[];
  readonly headCount: number;
  readonly proposal: AssignmentProposal;
}

/** An alert as its escalation tells of it; a case taken over from history may not know its number and level yet. */
export type EscalatedAlert = Omit<Opening, 'id' | 'caseNo' | 'proposal'> & {
  readonly alertId: string;
  readonly alertNo: string | null;
  readonly level: AlertLevel | null;
};

/** Where a case came from: the alert it is known by, or nothing but an application. */
export type Origin = Pick<MediationCase, 'origin' | 'alertId' | 'alertNo' | 'alertLevel'>;

/** All that is settled about a case at the moment it opens. It belongs to the proposed body until another one accepts it. */
export function openingFacts(opening: Opening, openedAt: Date, from: Origin) {
  const { caseNo, employer, areaCode, claimTypes, headCount, proposal } = opening;
  const { origin, alertId, alertNo, alertLevel } = from;
  const openedOn = businessDate(openedAt);
  return {
    id: opening.id ?? v7(),
    ...{ caseNo, origin, alertId, alertNo, alertLevel, areaCode, claimTypes, headCount, proposal, openedAt, openedOn },
    employerId: employer.id,
    employerName: employer.name,
    collective: isCollective(headCount, openedOn),
    bodyId: proposal.body?.id ?? null,
    bodyName: proposal.body?.name ?? null,
  } satisfies Partial<MediationCase>;
}
