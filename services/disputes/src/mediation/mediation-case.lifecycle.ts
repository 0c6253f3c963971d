import { Lifecycle } from '@accord/case-model';
import type { CaseAction, CaseState } from '@accord/contracts';

/** Order 17 arts. 22-30 as a table. `opened` is a case that nobody has applied for yet, begun of the body's own motion (art. 23). */
export const mediationLifecycle = new Lifecycle<CaseState, CaseAction>(
  'mediation case',
  'opened',
  {
    opened: { receiveApplication: 'applied', accept: 'accepted', decline: 'declined' },
    applied: { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' },
    accepted: { assignMediator: 'in_mediation', withdraw: 'withdrawn' },
    in_mediation: {
      assignMediator: 'in_mediation',
      holdSession: 'in_mediation',
      draftAgreement: 'agreed',
      declareImpasse: 'failed',
      withdraw: 'withdrawn',
    },
    agreed: { draftAgreement: 'agreed', putInForce: 'settled', declareImpasse: 'failed' },
    settled: {},
    failed: {},
    declined: {},
    withdrawn: {},
  },
  {
    opened: { zh: '待征询', en: 'opened' },
    applied: { zh: '已申请', en: 'applied for' },
    accepted: { zh: '已受理', en: 'accepted' },
    in_mediation: { zh: '调解中', en: 'in mediation' },
    agreed: { zh: '已达成协议', en: 'agreed, not yet in force' },
    settled: { zh: '协议生效', en: 'settled' },
    failed: { zh: '调解不成', en: 'failed' },
    declined: { zh: '不予受理', en: 'declined' },
    withdrawn: { zh: '已撤回', en: 'withdrawn' },
    receiveApplication: { zh: '登记申请', en: 'receiving an application' },
    accept: { zh: '受理', en: 'acceptance' },
    decline: { zh: '不予受理', en: 'refusal' },
    assignMediator: { zh: '指派调解员', en: 'assigning a mediator' },
    holdSession: { zh: '记录调解', en: 'recording a session' },
    draftAgreement: { zh: '拟定协议', en: 'drafting the agreement' },
    putInForce: { zh: '协议生效', en: 'putting the agreement in force' },
    declareImpasse: { zh: '终止调解', en: 'declaring failure' },
    withdraw: { zh: '撤回申请', en: 'withdrawal' },
  },
);

const STAGES_UNDER_WAY = ['opened', 'applied', 'accepted', 'in_mediation', 'agreed'] as const satisfies readonly CaseState[];

/** Whether the case still waits for an act of somebody. */
export function isUnderWay(state: CaseState): boolean {
  return (STAGES_UNDER_WAY as readonly CaseState[]).includes(state);
}
