import { queryPrepared } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Appointee } from './conflict.rules';
import { BodyDoesNotServe, BodyUnknown, MediatorUnknown } from './mediation-body.errors';
import { MediationBody } from './mediation-body.entity';
import type { CandidateBody } from './proposal.rules';

/** Division codes grow by level; the areas above a place are its code's beginnings of these lengths. */
const CODE_LENGTHS = [2, 4, 6, 9, 12];

const CANDIDATES = `
  SELECT jsonb_build_object('id', b.id, 'name', b.name, 'kind', b.kind, 'areaCode', b.area_code, 'mediators', (
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'staffId', m.staff_id, 'name', m.name, 'specialties', m.specialties,
             'employerId', m.employer_id, 'openCases', open_cases_of(m.id), 'registeredConflict', k.reason)), '[]')
    FROM mediators m LEFT JOIN mediator_conflicts k ON k.mediator_id = m.id AND k.employer_id = "employerId"
    WHERE m.body_id = b.id AND m.active))
  FROM mediation_bodies b
  WHERE b.active AND (b.area_code = ANY (areas) AND b.kind <> 'enterprise' OR b.employer_id = "employerId")`;

const GROUNDS = {
  name: 'disputes-opening-grounds',
  text: `
  SELECT known.id AS "existingId", CASE WHEN known.id IS NULL THEN nextval('case_serials') END AS serial, ARRAY(${CANDIDATES}) AS candidates
  FROM jsonb_to_recordset($1) AS question(place integer, areas text[], "employerId" uuid, "alertId" uuid)
  LEFT JOIN mediation_cases known ON known.alert_id = "alertId"
  ORDER BY place`,
};

const APPOINTEES = `
  SELECT m.id, m.staff_id AS "staffId", m.name, m.body_id AS "bodyId", b.name AS "bodyName", b.kind AS "bodyKind", m.employer_id AS "employerId",
         k.reason AS "registeredConflict", open_cases_of(m.id) AS "openCases"
  FROM mediators m JOIN mediation_bodies b ON b.id = m.body_id
  LEFT JOIN mediator_conflicts k ON k.mediator_id = m.id AND k.employer_id = $1
  WHERE m.active AND b.active`;

/** Where a case is about to open, with whom, and after which alert. */
export interface OpeningQuestion {
  readonly areaCode: string;
  readonly employerId: string;
  readonly alertId: string | null;
}

/** What a case needs to know before it can open. */
export interface OpeningGrounds {
  /** The case that the alert has already; then nothing else is looked up. */
  readonly existingId: string | null;
  readonly serial: number;
  readonly candidates: CandidateBody[];
}

export type RegisteredMediator = Appointee & { readonly bodyName: string; readonly openCases: number };

/** The mediation bodies and their mediators, as a case asks about them. */
@Injectable()
export class BodyRegister {
  /** For each case that is to open, in this order: a fresh serial and the bodies that could take it. One round trip. */
  async groundsFor(tx: EntityManager, questions: readonly OpeningQuestion[]): Promise<OpeningGrounds[]> {
    const asked = questions.map(({ areaCode, employerId, alertId }, place) => ({
      place,
      areas: CODE_LENGTHS.filter((length) => length <= areaCode.length).map((length) => areaCode.slice(0, length)),
      employerId,
      alertId,
    }));
    const found = await queryPrepared<OpeningGrounds>(tx, GROUNDS, [JSON.stringify(asked)]);
    return found.map((grounds) => ({ ...grounds, serial: Number(grounds.serial) }));
  }

  /** The active body that is to take a case of this place and employer. */
  async getServing(tx: EntityManager, bodyId: string, areaCode: string, employerId: string): Promise<MediationBody> {
    const body = await tx.findOneBy(MediationBody, { id: bodyId, active: true });
    if (body === null) throw new BodyUnknown(bodyId);
    if (!body.serves(areaCode, employerId)) throw new BodyDoesNotServe(bodyId);
    return body;
  }

  async getMediator(tx: EntityManager, mediatorId: string, employerId: string): Promise<RegisteredMediator> {
    const [mediator] = await tx.query(`${APPOINTEES} AND m.id = $2`, [employerId, mediatorId]);
    if (mediator === undefined) throw new MediatorUnknown(mediatorId);
    return mediator;
  }

  /** The active mediators of a body, by name. */
  async mediatorsOf(tx: EntityManager, bodyId: string | null, employerId: string): Promise<RegisteredMediator[]> {
    return tx.query(`${APPOINTEES} AND m.body_id = $2 ORDER BY m.name, m.id`, [employerId, bodyId]);
  }
}
