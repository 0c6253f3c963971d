import type { LocalisedText } from '@accord/case-model';
import type { CaseAction } from '@accord/contracts';
import { type Actor, type Permission, PermissionMissing } from '@accord/http';
import type { MediationCase } from './mediation-case.entity';
import { NotYourCase } from './mediation-case.errors';
import { mediationLifecycle } from './mediation-case.lifecycle';

type CaseFacts = Pick<MediationCase, 'state' | 'areaCode' | 'bodyId' | 'mediatorId' | 'mediatorStaffId'>;

const PERMISSION = {
  receiveApplication: 'case.apply',
  accept: 'case.accept',
  decline: 'case.decline',
  assignMediator: 'case.assign',
  holdSession: 'case.hold-session',
  draftAgreement: 'case.agree',
  putInForce: 'case.agree',
  declareImpasse: 'case.fail',
  withdraw: 'case.withdraw',
} satisfies Record<CaseAction, Permission>;

interface Relationship {
  readonly who: LocalisedText;
  holds(actor: Actor, mediation: CaseFacts): boolean;
}

const anyone: Relationship = { who: { zh: '本地区工作人员', en: 'staff of the area' }, holds: () => true };

const chair: Relationship = {
  who: { zh: '承办调解组织的负责人', en: 'the chair of the mediation body' },
  holds: (actor, { bodyId, areaCode }) => chairs(actor, bodyId, areaCode),
};

const chairOrSupervisor: Relationship = {
  who: { zh: '承办调解组织的负责人或上级督查人员', en: 'the chair of the mediation body or a supervisor' },
  holds: (actor, mediation) => chair.holds(actor, mediation) || hasRole(actor, 'supervisor', mediation.areaCode),
};

const leaderOrChair: Relationship = {
  who: { zh: '承办调解员或调解组织负责人', en: 'the assigned mediator or the chair of the body' },
  holds: (actor, mediation) => mediation.mediatorStaffId === actor.id || chair.holds(actor, mediation),
};

/** Until somebody leads the case, whoever may take an application in may also take its withdrawal. */
const leaderOrChairOnceAssigned: Relationship = {
  who: leaderOrChair.who,
  holds: (actor, mediation) => mediation.mediatorId === null || leaderOrChair.holds(actor, mediation),
};

const RELATIONSHIP = {
  receiveApplication: anyone,
  accept: chair,
  decline: chair,
  assignMediator: chairOrSupervisor,
  holdSession: leaderOrChair,
  draftAgreement: leaderOrChair,
  putInForce: leaderOrChair,
  declareImpasse: leaderOrChair,
  withdraw: leaderOrChairOnceAssigned,
} satisfies Record<CaseAction, Relationship>;

/** What this person may do with the case now: draws the buttons, and {@link requireAllowed} guards by the same three gates. */
export function actionsFor(mediation: CaseFacts, actor: Actor): CaseAction[] {
  return mediationLifecycle
    .actionsFrom(mediation.state)
    .filter((action) => actor.may(PERMISSION[action], mediation.areaCode) && RELATIONSHIP[action].holds(actor, mediation));
}

/** Refuses what is not among {@link actionsFor}, and says which gate is closed. */
export function requireAllowed(mediation: CaseFacts, action: CaseAction, actor: Actor): void {
  if (!actor.may(PERMISSION[action], mediation.areaCode)) throw new PermissionMissing(PERMISSION[action]);
  mediationLifecycle.next(mediation.state, action);
  const { who, holds } = RELATIONSHIP[action];
  if (!holds(actor, mediation)) throw new NotYourCase(action, who);
}

/** Whether this person chairs the body in that area; a chair's grant without a body is for every body of its area. */
export function chairs(actor: Actor, bodyId: string | null, areaCode: string): boolean {
  return actor.grants.some(
    (grant) =>
      grant.role === 'body_chair' &&
      areaCode.startsWith(grant.areaCode) &&
      (grant.bodyId === null || bodyId === null || grant.bodyId === bodyId),
  );
}

/** The body that accepts is one that the accepting person chairs. */
export function requireChairOf(actor: Actor, bodyId: string, areaCode: string): void {
  if (!chairs(actor, bodyId, areaCode)) throw new NotYourCase('accept', chair.who);
}

function hasRole(actor: Actor, role: 'supervisor', areaCode: string): boolean {
  return actor.grants.some((grant) => grant.role === role && areaCode.startsWith(grant.areaCode));
}
