import type { LocalisedText } from '@accord/case-model';
import type { BodyKind } from '@accord/contracts';
import { MediatorConflict, MediatorNotInBody } from './mediation-body.errors';

/** What must be known of a mediator to say whether they stand too close to a case. */
export interface MediatorStanding {
  readonly id: string;
  readonly bodyId: string;
  readonly bodyKind: BodyKind;
  /** Where the mediator is employed; null for union and town staff. */
  readonly employerId: string | null;
  /** What the register says of this mediator and this employer; null where nothing. */
  readonly registeredConflict: LocalisedText | null;
}

/** A mediator as a case is given to them. */
export type Appointee = MediatorStanding & { readonly staffId: string; readonly name: string };

/**
 * Why a mediator may not take a case of this employer; null if they may. The federation's own rule, by analogy to the
 * recusal of arbitrators (Law art. 33). Members of an enterprise's own committee are of that enterprise by law
 * (art. 10), so employment there is a conflict only for the mediators of other bodies.
 */
export function conflictOf(mediator: MediatorStanding, employerId: string): LocalisedText | null {
  if (mediator.registeredConflict !== null) return mediator.registeredConflict;
  if (mediator.employerId === employerId && mediator.bodyKind !== 'enterprise') {
    return { zh: '受雇于本案用人单位', en: 'employed by the employer in this case' };
  }
  return null;
}

/** The mediator belongs to the accepting body and has no conflict of interest. Order 17 art. 25; for conflicts see {@link conflictOf}. */
export function requireFreeToMediate(mediator: MediatorStanding, bodyId: string | null, employerId: string): void {
  if (mediator.bodyId !== bodyId) throw new MediatorNotInBody(mediator.id);
  const conflict = conflictOf(mediator, employerId);
  if (conflict !== null) throw new MediatorConflict(mediator.id, conflict);
}
