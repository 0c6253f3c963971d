import type { AcceptCaseRequest, ApplicationRequest } from '@accord/contracts';
import type { Act } from '../case-file/timeline-line.entity';
import type { Appointee } from '../bodies/conflict.rules';
import { MediationCase } from './mediation-case.entity';
import type { EscalatedAlert } from './opening';

export const EMPLOYER = { id: '0198b2c4-0000-7000-8000-00000000e001', name: '苏州恒丰电子有限公司' };
export const BODY = { id: '0198b2c4-0000-7000-8000-00000000b001', name: '浒墅关镇劳动争议调解委员会' };
export const CHAIR = { id: '0198b2c4-0000-7000-8000-00000000c001', name: '沈建国' };
export const MEDIATOR: Appointee = {
  id: '0198b2c4-0000-7000-8000-00000000a001',
  staffId: '0198b2c4-0000-7000-8000-00000000c002',
  name: '陆文娟',
  bodyId: BODY.id,
  bodyKind: 'town',
  employerId: null,
  registeredConflict: null,
};
export const CASE_ID = '0198b2c4-0000-7000-8000-000000000001';
const ALERT_ID = '0198b2c4-0000-7000-8000-000000000002';

/** Ten in the morning of that day in Suzhou. */
export const on = (day: string, by: Act['by'] = CHAIR): Act => ({ by, at: new Date(`${day}T10:00:00+08:00`) });

export const anAlert = (given: Partial<EscalatedAlert> = {}): EscalatedAlert => ({
  alertId: ALERT_ID,
  areaCode: '320505001',
  alertNo: 'YJ-320505-2026-000007',
  employer: EMPLOYER,
  claimTypes: ['unpaid_wages'],
  headCount: 46,
  level: 'orange',
  ...given,
});

export const anApplication = (given: Partial<ApplicationRequest> = {}): ApplicationRequest => ({
  form: 'written',
  applicant: { name: '王秀英' },
  request: '支付拖欠的三个月工资',
  ...given,
});

export const consents = (day: string): AcceptCaseRequest => ({
  applicantConsent: { given: true, on: day, how: 'signed' },
  respondentConsent: { given: true, on: day, how: 'phone' },
});

export function anOpenedCase(day = '2026-03-02'): MediationCase {
  const proposal = {
    body: BODY,
    mediator: { id: MEDIATOR.id, name: MEDIATOR.name, bodyId: BODY.id },
    reasons: [{ zh: '就近', en: 'nearest' }],
  };
  return forget(MediationCase.openFromAlert(anAlert(), on(day).at, { id: CASE_ID, caseNo: 'TJ-320505-2026-000001', proposal }));
}

export function anAppliedCase(day = '2026-03-03'): MediationCase {
  const mediation = anOpenedCase();
  mediation.receiveApplication(on(day), anApplication(), { phone: null, idNumber: null });
  return forget(mediation);
}

export function anAcceptedCase(day = '2026-03-04'): MediationCase {
  const mediation = anAppliedCase();
  mediation.accept(on(day), consents(day), BODY);
  return forget(mediation);
}

export function aCaseInMediation(day = '2026-03-05'): MediationCase {
  const mediation = anAcceptedCase();
  mediation.assignMediator(on(day), MEDIATOR);
  return forget(mediation);
}

export function anAgreedCase(day = '2026-03-10'): MediationCase {
  const mediation = aCaseInMediation();
  mediation.draftAgreement(on(day), { terms: '三月底前付清工资', applicantSignedOn: day });
  return forget(mediation);
}

/** What happened so far is not what the test asks about. */
function forget(mediation: MediationCase): MediationCase {
  mediation.takeAnnouncements();
  mediation.newLines = [];
  return mediation;
}
