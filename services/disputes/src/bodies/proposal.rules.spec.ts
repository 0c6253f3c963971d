import { describe, expect, it } from '@jest/globals';
import { type CandidateBody, type CandidateMediator, proposeAssignment } from './proposal.rules';

const EMPLOYER = 'e-1';
const mediator = (id: string, given: Partial<CandidateMediator> = {}): CandidateMediator => ({
  id,
  staffId: `s-${id}`,
  name: `调解员${id}`,
  specialties: [],
  openCases: 0,
  employerId: null,
  registeredConflict: null,
  ...given,
});
const body = (id: string, given: Partial<CandidateBody> = {}): CandidateBody => ({
  id,
  name: `调委会${id}`,
  kind: 'town',
  areaCode: '320505',
  mediators: [mediator(`${id}-m`)],
  ...given,
});
const propose = (...candidates: CandidateBody[]) =>
  proposeAssignment({ employerId: EMPLOYER, claimTypes: ['unpaid_wages', 'dismissal'], candidates });

describe('proposing who takes a case', () => {
  it('prefers the employer’s own committee', () => {
    expect(propose(body('town', { areaCode: '320505001' }), body('own', { kind: 'enterprise' })).body?.id).toBe('own');
  });

  it('prefers the body closest to the place', () => {
    expect(propose(body('city', { areaCode: '3205' }), body('town', { areaCode: '320505001' }), body('district')).body?.id).toBe(
      'town',
    );
  });

  it('prefers a town’s body over an industry’s and a people’s one at the same level', () => {
    expect(propose(body('people', { kind: 'people' }), body('industry', { kind: 'industry' }), body('town')).body?.id).toBe(
      'town',
    );
  });

  it('goes on to the next body where nobody is free of conflict, and says so', () => {
    const tied = mediator('tied', { registeredConflict: { zh: '近亲属', en: 'near relative' } });
    const proposal = propose(body('near', { areaCode: '320505001', mediators: [tied] }), body('far'));

    expect(proposal.body?.id).toBe('far');
    expect(proposal.reasons[0]?.en).toContain('调委会near has no active mediator without a conflict');
  });

  it('names the nearest body alone where nobody at all is free', () => {
    const proposal = propose(body('near', { areaCode: '320505001', mediators: [] }), body('far', { mediators: [] }));

    expect(proposal).toMatchObject({ body: { id: 'near' }, mediator: null });
    expect(proposal.reasons.at(-1)?.zh).toContain('没有可以承办');
  });

  it('says why when no body serves the area', () => {
    expect(propose()).toMatchObject({ body: null, mediator: null, reasons: [{ zh: expect.stringContaining('没有推荐') }] });
  });

  it('chooses the mediator who knows most of the claims, before the one with less to do', () => {
    const mediators = [
      mediator('idle'),
      mediator('half', { specialties: ['dismissal'], openCases: 1 }),
      mediator('both', { specialties: ['dismissal', 'unpaid_wages'], openCases: 9 }),
    ];
    const proposal = propose(body('town', { mediators }));

    expect(proposal.mediator?.id).toBe('both');
    expect(proposal.reasons.at(-1)).toMatchObject({
      zh: expect.stringContaining('擅长拖欠工资、解除劳动合同，在办 9 件，无须回避'),
    });
  });

  it('chooses the one with the fewest open cases among equals', () => {
    const proposal = propose(
      body('town', { mediators: [mediator('busy', { openCases: 3 }), mediator('idle', { openCases: 2 })] }),
    );

    expect(proposal.mediator?.id).toBe('idle');
    expect(proposal.reasons.at(-1)?.zh).toContain('为最少');
  });

  it('answers the same whatever the order of the candidates', () => {
    const candidates = [body('c'), body('a'), body('b')];

    expect(propose(...candidates)).toEqual(propose(...candidates.toReversed()));
  });
});
