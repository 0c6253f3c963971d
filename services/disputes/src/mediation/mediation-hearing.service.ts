import type { AgreementRequest, FailCaseRequest, HoldSessionRequest, WithdrawCaseRequest } from '@accord/contracts';
import type { Actor } from '@accord/http';
import { Database, IdempotentRequests } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { CaseFiles } from '../case-file/case-files';

/** From the first session to the end of the case. */
@Injectable()
export class MediationHearingService {
  constructor(
    private readonly db: Database,
    private readonly files: CaseFiles,
    private readonly once: IdempotentRequests,
  ) {}

  /** Records a session; a repeat of the request records nothing more, also when the case has moved on since. */
  async holdSession(caseId: string, request: HoldSessionRequest, key: string | null, by: Actor): Promise<void> {
    const sessionId = v7();
    await this.db.within(by, (tx) =>
      this.once.once(tx, { key, staffId: by.id, request: { caseId, ...request } }, sessionId, () =>
        this.files.changeIn(tx, caseId, 'holdSession', by, (mediation, act) => mediation.holdSession(act, request, sessionId)),
      ),
    );
  }

  draftAgreement(caseId: string, request: AgreementRequest, by: Actor): Promise<void> {
    return this.files.change(caseId, 'draftAgreement', by, (mediation, act) => mediation.draftAgreement(act, request));
  }

  declareImpasse(caseId: string, request: FailCaseRequest, by: Actor): Promise<void> {
    return this.files.change(caseId, 'declareImpasse', by, (mediation, act) => mediation.declareImpasse(act, request));
  }

  withdraw(caseId: string, request: WithdrawCaseRequest, by: Actor): Promise<void> {
    return this.files.change(caseId, 'withdraw', by, (mediation, act) => mediation.withdraw(act, request));
  }
}
