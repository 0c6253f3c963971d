import type { AlertLevel, AssignmentProposal, ClaimType, EmployerRef } from '@accord/contracts';

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
