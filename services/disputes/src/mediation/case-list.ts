import type { CaseQuery } from '@accord/contracts';
import { type Actor, readCursor, writeCursor } from '@accord/http';
import { areaCondition } from '@accord/postgres';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { MediationCase } from './mediation-case.entity';

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

export interface CaseListPage {
  readonly cases: MediationCase[];
  readonly next: string | null;
  readonly total: number;
}

/** One page of the cases that the caller's areas hold, newest first. */
export async function listCases(tx: EntityManager, query: CaseQuery, reader: Actor, now: Date): Promise<CaseListPage> {
  const filtered = filter(tx.createQueryBuilder(MediationCase, 'c'), query, reader.id, now).andWhere(
    areaCondition('c.area_code', reader),
  );
  const total = await filtered.getCount();
  if (query.cursor !== undefined) {
    const [openedAt, id] = readCursor(Position, query.cursor);
    filtered.andWhere('(c.opened_at, c.id) < (:openedAt, :id)', { openedAt: new Date(openedAt), id });
  }
  const found = await filtered
    .orderBy({ 'c.openedAt': 'DESC', 'c.id': 'DESC' })
    .limit(query.limit + 1)
    .getMany();
  const cases = found.slice(0, query.limit);
  const last = cases.at(-1);
  return {
    cases,
    total,
    next: last !== undefined && found.length > cases.length ? writeCursor([last.openedAt.toISOString(), last.id]) : null,
  };
}

type Listing = SelectQueryBuilder<MediationCase>;

function filter(list: Listing, { alertId, state, area, mediator, overdue, q }: CaseQuery, readerId: string, now: Date): Listing {
  if (alertId !== undefined) list.andWhere('c.alert_id = :alertId', { alertId });
  if (state !== undefined) list.andWhere('c.state = ANY (:states)', { states: [state].flat() });
  if (area !== undefined) list.andWhere('c.area_code ^@ :area', { area });
  if (mediator === 'me') list.andWhere('c.mediator_staff_id = :readerId', { readerId });
  else if (mediator !== undefined) list.andWhere('c.mediator_id = :mediator', { mediator });
  if (overdue === 'true') list.andWhere('c.next_due_at <= :now', { now });
  if (overdue === 'false') list.andWhere('(c.next_due_at IS NULL OR c.next_due_at > :now)', { now });
  if (q !== undefined && q !== '')
    list.andWhere('(strpos(lower(c.employer_name), lower(:q)) > 0 OR strpos(c.case_no, upper(:q)) > 0)', { q });
  return list;
}
