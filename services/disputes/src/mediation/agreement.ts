import { known } from '@accord/case-model';
import type { AgreementRequest, AgreementView } from '@accord/contracts';
import { Column } from 'typeorm';
import { requireNotBefore, requireNotInFuture } from './mediation-case.rules';

const SIGNATURES = ['applicantSignedOn', 'respondentSignedOn', 'mediatorSignedOn', 'bodySealedOn'] as const;

const MISSING = {
  applicantSignedOn: 'applicant_signature',
  respondentSignedOn: 'respondent_signature',
  mediatorSignedOn: 'mediator_signature',
  bodySealedOn: 'body_seal',
} as const satisfies Record<(typeof SIGNATURES)[number], AgreementView['missing'][number]>;

const fen = { to: (amount: number | null) => amount, from: (amount: string | null) => (amount === null ? null : Number(amount)) };

/** The terms and who has put their name to them (law art. 14, Order 17 art. 26). Every field is null until there is a draft. */
export class Agreement {
  @Column('text', { nullable: true, name: 'agreement_terms' }) terms: string | null = null;
  @Column('bigint', { nullable: true, name: 'agreement_amount_fen', transformer: fen }) amountFen: number | null = null;
  @Column('date', { nullable: true, name: 'agreement_perform_by' }) performBy: string | null = null;
  /** The day on which these terms were first written down; earlier terms and their signatures are void. */
  @Column('date', { nullable: true, name: 'agreement_drafted_on' }) draftedOn: string | null = null;
  @Column('date', { nullable: true, name: 'agreement_applicant_signed_on' }) applicantSignedOn: string | null = null;
  @Column('date', { nullable: true, name: 'agreement_respondent_signed_on' }) respondentSignedOn: string | null = null;
  @Column('date', { nullable: true, name: 'agreement_mediator_signed_on' }) mediatorSignedOn: string | null = null;
  @Column('date', { nullable: true, name: 'agreement_body_sealed_on' }) bodySealedOn: string | null = null;
  @Column('date', { nullable: true, name: 'agreement_in_force_on' }) inForceOn: string | null = null;

  /** What still keeps it from binding. Law art. 14: signed by both parties, signed by the mediator, sealed by the body. */
  get missing(): AgreementView['missing'] {
    return SIGNATURES.filter((signature) => this[signature] === null).map((signature) => MISSING[signature]);
  }

  /** Checks a draft or its completion against what came before; changes nothing. */
  requireConsistent(request: AgreementRequest, acceptedOn: string, today: string): void {
    const revised = this.isRevisedBy(request);
    for (const signature of SIGNATURES) {
      const day = request[signature];
      if (day === undefined) continue;
      requireNotInFuture(signature, day, today);
      requireNotBefore(signature, day, acceptedOn, { zh: '案件在该日受理', en: 'the case was accepted on that day' });
      if (revised) requireNotBefore(signature, day, known(this.draftedOn, 'there are terms to revise'), RENEWED);
    }
    if (request.performBy === undefined) return;
    requireNotBefore('performBy', request.performBy, acceptedOn, {
      zh: '案件在该日受理',
      en: 'the case was accepted on that day',
    });
  }

  /** Takes the terms over. Signatures under the same terms stay; those under other terms are void: then it answers true. */
  draft(request: AgreementRequest, today: string): boolean {
    const sameTerms = this.terms !== null && !this.isRevisedBy(request);
    const voided = this.isRevisedBy(request) && this.missing.length < SIGNATURES.length;
    if (!sameTerms) this.draftedOn = today;
    this.terms = request.terms;
    this.amountFen = request.amountFen ?? null;
    this.performBy = request.performBy ?? null;
    for (const signature of SIGNATURES) this[signature] = request[signature] ?? (sameTerms ? this[signature] : null);
    return voided;
  }

  /** In force from the day on which the last signature or the seal was added. */
  putInForce(): string {
    const days = SIGNATURES.map((signature) => known(this[signature], 'an agreement with nothing missing bears all of them'));
    return (this.inForceOn = days.reduce((latest, day) => (day > latest ? day : latest)));
  }

  view(): AgreementView | null {
    if (this.terms === null) return null;
    const {
      terms,
      amountFen,
      performBy,
      applicantSignedOn,
      respondentSignedOn,
      mediatorSignedOn,
      bodySealedOn,
      inForceOn,
      missing,
    } = this;
    return {
      terms,
      amountFen,
      performBy,
      applicantSignedOn,
      respondentSignedOn,
      mediatorSignedOn,
      bodySealedOn,
      inForceOn,
      missing,
    };
  }

  private isRevisedBy({ terms, amountFen, performBy }: AgreementRequest): boolean {
    if (this.terms === null) return false;
    return terms !== this.terms || (amountFen ?? null) !== this.amountFen || (performBy ?? null) !== this.performBy;
  }
}

const RENEWED = { zh: '条款已修改，须按新条款重新签署', en: 'the terms were changed after it, so they must be signed anew' };
