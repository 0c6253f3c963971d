import type { AlertState, RaiseAlertRequest } from '@accord/contracts';
import { OnDuty } from '../duty/on-duty';
import { Alert } from './alert.entity';
import type { GradingInForce } from './grading.rules';
import { proposedGrading } from './proposed-grading.data';

export const PROPOSED: GradingInForce = { version: 1, rule: proposedGrading };
export const OFFICER = { id: '0198b2c4-0000-7000-8000-000000000001', name: '顾秀英' };
export const DUTY = { id: '0198b2c4-0000-7000-8000-000000000002', name: '陆卫东' };
export const EMPLOYER = {
  id: '0198b2c4-0000-7000-8000-000000000003',
  name: '苏州恒通电子有限公司',
  nameKey: '苏州恒通电子有限公司',
  confirmed: true,
};
export const CASE = { id: '0198b2c4-0000-7000-8000-000000000004', no: 'TJ-320505-2026-000001' };

/** A Wednesday morning inside working hours, far from any holiday. */
export const MORNING = new Date('2026-11-18T10:00:00+08:00');
export const after = (minutes: number): Date => new Date(MORNING.getTime() + minutes * 60_000);

export const CALM = { stoppage: false, roadBlocked: false, injury: false, crossEmployer: false, arrearsMonths: 0 };
const ABOUT_TWELVE_PEOPLE: RaiseAlertRequest = {
  employer: { name: EMPLOYER.name },
  areaCode: '320505002',
  headCount: 12,
  claimTypes: ['unpaid_wages'],
  signs: CALM,
  observed: '多名工人反映工资未发。',
  source: 'post',
};

let drawn = 0;

/** Blue, by twelve people, at ten in the morning, unless the request says otherwise. */
export function aRaisedAlert(request: Partial<RaiseAlertRequest> = {}, at = MORNING, onDuty = OnDuty.unknown): Alert {
  drawn += 1;
  const id = `0198b2c4-0000-7000-9000-${String(drawn).padStart(12, '0')}`;
  const alertNo = `YJ-320505-2026-${String(drawn).padStart(6, '0')}`;
  const registered = { id, alertNo, employer: EMPLOYER, postId: null, rule: PROPOSED, onDuty };
  return Alert.raise({ ...ABOUT_TWELVE_PEOPLE, ...request }, registered, OFFICER, at);
}

export function anAcknowledgedAlert(request: Partial<RaiseAlertRequest> = {}): Alert {
  const alert = aRaisedAlert(request);
  alert.acknowledge(DUTY, after(5));
  return alert;
}

export function aVerifiedAlert(): Alert {
  const alert = anAcknowledgedAlert();
  alert.verify({ headCount: 12, findings: '属实' }, PROPOSED, DUTY, after(30));
  return alert;
}

export function anEscalatedAlert(): Alert {
  const alert = aVerifiedAlert();
  alert.escalate(undefined, DUTY, after(40));
  return alert;
}

/** Escalated by the rule; nobody has it in hand yet. */
export const aSelfEscalatedAlert = (): Alert => aRaisedAlert({ headCount: 300 });

export function anAlertWhoseCase(outcome: 'settled' | 'failed' | 'declined' | 'withdrawn'): Alert {
  const alert = anEscalatedAlert();
  alert.noteCase(CASE.id, CASE.no, after(41));
  alert.endMediation(outcome, after(5000));
  return alert;
}

export function aStoodDownAlert(): Alert {
  const alert = aRaisedAlert();
  alert.standDown({ reason: 'false_alarm', note: '系误会' }, DUTY, after(10));
  return alert;
}

export function aJoinedAlert(): Alert {
  const alert = aRaisedAlert();
  alert.join(aRaisedAlert(), DUTY, after(10));
  return alert;
}

/** One alert in each state, and those whose history narrows what they offer. */
export const alertsInEveryState: Record<AlertState | 'escalated by the rule' | 'given back', () => Alert> = {
  raised: () => aRaisedAlert(),
  acknowledged: () => anAcknowledgedAlert(),
  verified: aVerifiedAlert,
  escalated: anEscalatedAlert,
  resolved: () => anAlertWhoseCase('settled'),
  unresolved: () => anAlertWhoseCase('failed'),
  stood_down: aStoodDownAlert,
  joined: aJoinedAlert,
  'escalated by the rule': aSelfEscalatedAlert,
  'given back': () => anAlertWhoseCase('declined'),
};
