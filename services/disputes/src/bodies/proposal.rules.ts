import type { LocalisedText } from '@accord/case-model';
import type { AssignmentProposal, BodyKind, ClaimType } from '@accord/contracts';
import { inWords } from './claim-type.words';
import { conflictOf } from './conflict.rules';

export interface CandidateMediator {
  readonly id: string;
  readonly staffId: string;
  readonly name: string;
  readonly specialties: readonly ClaimType[];
  readonly openCases: number;
  readonly employerId: string | null;
  readonly registeredConflict: LocalisedText | null;
}

/** An active body that serves the area, or the employer itself, with its active mediators. */
export interface CandidateBody {
  readonly id: string;
  readonly name: string;
  readonly kind: BodyKind;
  readonly areaCode: string;
  readonly mediators: readonly CandidateMediator[];
}

export interface ProposalQuestion {
  readonly employerId: string;
  readonly claimTypes: readonly ClaimType[];
  readonly candidates: readonly CandidateBody[];
}

/** Which kind of body comes first where several serve the same area: the federation's own order, no law ranks them. */
const KIND_ORDER = { enterprise: 0, town: 1, industry: 2, people: 3 } satisfies Record<BodyKind, number>;

/**
 * Who should take a case: the employer's own committee, else the body closest to the place that has somebody free of
 * conflict; in it the mediator who knows most of the claims, then who has the fewest open cases. A proposal only: the
 * chair decides. Deterministic for the same candidates.
 */
export function proposeAssignment({ employerId, claimTypes, candidates }: ProposalQuestion): AssignmentProposal {
  const ranked = [...candidates].sort(byPreference).map((body) => ({ body, able: ableMediators(body, employerId, claimTypes) }));
  const chosen = ranked.find(({ able }) => able.length > 0) ?? ranked[0];
  if (chosen === undefined) return { body: null, mediator: null, reasons: [NO_BODY] };

  const { body, able } = chosen;
  const passedOver = ranked.slice(0, ranked.indexOf(chosen)).map(({ body: { name } }) => nobodyFree(name));
  const [mediator] = able;
  return {
    body: { id: body.id, name: body.name },
    mediator: mediator === undefined ? null : { id: mediator.id, name: mediator.name, bodyId: body.id },
    reasons: [
      ...passedOver,
      whyBody(body),
      mediator === undefined ? nobodyFree(body.name) : whyMediator(mediator, able, claimTypes),
    ],
  };
}

function byPreference(one: CandidateBody, other: CandidateBody): number {
  return (
    Number(other.kind === 'enterprise') - Number(one.kind === 'enterprise') ||
    other.areaCode.length - one.areaCode.length ||
    KIND_ORDER[one.kind] - KIND_ORDER[other.kind] ||
    compare(one.id, other.id)
  );
}

function ableMediators(body: CandidateBody, employerId: string, claimTypes: readonly ClaimType[]): CandidateMediator[] {
  return body.mediators
    .filter((mediator) => conflictOf({ ...mediator, bodyId: body.id, bodyKind: body.kind }, employerId) === null)
    .sort(
      (one, other) =>
        known(other, claimTypes).length - known(one, claimTypes).length ||
        one.openCases - other.openCases ||
        compare(one.id, other.id),
    );
}

function known({ specialties }: CandidateMediator, claimTypes: readonly ClaimType[]): ClaimType[] {
  return claimTypes.filter((claimType) => specialties.includes(claimType));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

const NO_BODY: LocalisedText = {
  zh: '没有推荐：该地区尚未登记可用的调解组织，请由上级工会指定。',
  en: 'Nobody is proposed: no active mediation body is registered for this area; the union above must name one.',
};

function nobodyFree(name: string): LocalisedText {
  return {
    zh: `${name}目前没有可以承办且无须回避的调解员。`,
    en: `${name} has no active mediator without a conflict of interest.`,
  };
}

function whyBody({ name, kind, areaCode }: CandidateBody): LocalisedText {
  if (kind === 'enterprise') return { zh: `${name}是本单位自己的调解委员会。`, en: `${name} is the employer’s own committee.` };
  return {
    zh: `${name}服务于案件所在地（${areaCode}），层级最近。`,
    en: `${name} serves the place of the case (${areaCode}) at the nearest level.`,
  };
}

function whyMediator(
  mediator: CandidateMediator,
  able: readonly CandidateMediator[],
  claimTypes: readonly ClaimType[],
): LocalisedText {
  const knows = known(mediator, claimTypes);
  const words = inWords(knows);
  const least = able.every(({ openCases }) => mediator.openCases <= openCases);
  return {
    zh: `${mediator.name}${knows.length > 0 ? `擅长${words.zh}` : '未登记相关专长'}，在办 ${mediator.openCases} 件${least ? '，为最少' : ''}，无须回避。`,
    en: `${mediator.name} ${knows.length > 0 ? `knows ${words.en}` : 'has no registered specialty for this'}, has ${mediator.openCases} open cases${least ? ', the fewest' : ''}, and no conflict of interest.`,
  };
}
