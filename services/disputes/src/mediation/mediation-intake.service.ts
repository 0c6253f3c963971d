import { businessDate, Clock, known } from '@accord/case-model';
import type {
  AcceptCaseRequest,
  Applicant,
  ApplicationRequest,
  AssignMediatorRequest,
  DeclineCaseRequest,
  OpenCaseRequest,
} from '@accord/contracts';
import { type Actor, AreaNotYours } from '@accord/http';
import { Database, FieldCipher, IdempotentRequests } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { BodyRegister } from '../bodies/body-register';
import { BodyRequired } from '../bodies/mediation-body.errors';
import { proposeAssignment } from '../bodies/proposal.rules';
import { CaseFiles } from '../case-file/case-files';
import type { SealedContact } from './application';
import { requireChairOf } from './mediation-case.access';
import { MediationCase } from './mediation-case.entity';
import { caseNumber } from './mediation-case.rules';

/** From the application to the mediator who leads the case. */
@Injectable()
export class MediationIntakeService {
  constructor(
    private readonly db: Database,
    private readonly files: CaseFiles,
    private readonly bodies: BodyRegister,
    private readonly once: IdempotentRequests,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** Opens a case because somebody applied; a repeat of the request answers with the case that the first one opened. */
  async open(request: OpenCaseRequest, key: string | null, by: Actor): Promise<string> {
    if (!by.may('case.open', request.areaCode)) throw new AreaNotYours('areaCode', request.areaCode);
    const id = v7();
    return this.db.within(by, (tx) =>
      this.once.once(tx, { key, staffId: by.id, request }, id, async () => {
        await this.files.openWithin(tx, await this.openedBy(tx, id, request, by));
      }),
    );
  }

  receiveApplication(caseId: string, request: ApplicationRequest, by: Actor): Promise<void> {
    return this.files.change(caseId, 'receiveApplication', by, (mediation, act) =>
      mediation.receiveApplication(act, request, this.seal(request.applicant)),
    );
  }

  accept(caseId: string, request: AcceptCaseRequest, by: Actor): Promise<void> {
    return this.files.change(caseId, 'accept', by, async (mediation, act, tx) => {
      const bodyId = request.bodyId ?? mediation.bodyId;
      if (bodyId === null) throw new BodyRequired();
      const body = await this.bodies.getServing(tx, bodyId, mediation.areaCode, mediation.employerId);
      requireChairOf(by, body.id, mediation.areaCode);
      mediation.accept(act, request, body);
    });
  }

  decline(caseId: string, request: DeclineCaseRequest, by: Actor): Promise<void> {
    return this.files.change(caseId, 'decline', by, (mediation, act) => mediation.decline(act, request));
  }

  assignMediator(caseId: string, { mediatorId }: AssignMediatorRequest, by: Actor): Promise<void> {
    return this.files.change(caseId, 'assignMediator', by, async (mediation, act, tx) =>
      mediation.assignMediator(act, await this.bodies.getMediator(tx, mediatorId, mediation.employerId)),
    );
  }

  private async openedBy(tx: EntityManager, id: string, request: OpenCaseRequest, by: Actor): Promise<MediationCase> {
    const { areaCode, claimTypes, headCount, employer: named, ...application } = request;
    const act = { by: { id: by.id, name: by.name }, at: this.clock.now() };
    const employer = { id: named.id ?? v7(), name: named.name };
    const [grounds] = await this.bodies.groundsFor(tx, [{ areaCode, employerId: employer.id, alertId: null }]);
    const { serial, candidates } = known(grounds, 'every question has its answer');
    const proposal = proposeAssignment({ employerId: employer.id, claimTypes, candidates });
    const caseNo = caseNumber(areaCode, businessDate(act.at), serial);
    const opening = { id, caseNo, employer, areaCode, claimTypes, headCount, proposal };
    return MediationCase.openByApplication(act, application, this.seal(application.applicant), opening);
  }

  private seal({ phone, idNumber }: Applicant): SealedContact {
    return {
      phone: phone === undefined ? null : this.cipher.encrypt(phone),
      idNumber: idNumber === undefined ? null : this.cipher.encrypt(idNumber.toUpperCase()),
    };
  }
}
