import { DomainError } from '@accord/case-model';
import type { CaseQuery } from '@accord/contracts';
import type { Actor } from '@accord/http';
import { areaCondition } from '@accord/postgres';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { MediationCase } from './mediation-case.entity';

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
  if (query.cursor !== undefined) filtered.andWhere('(c.opened_at, c.id) < (:openedAt, :id)', readCursor(query.cursor));
  const found = await filtered
    .orderBy({ 'c.openedAt': 'DESC', 'c.id': 'DESC' })
    .limit(query.limit + 1)
    .getMany();
  const cases = found.slice(0, query.limit);
  const last = cases.at(-1);
  return { cases, total, next: last !== undefined && found.length > cases.length ? writeCursor(last) : null };
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

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

function writeCursor({ openedAt, id }: MediationCase): string {
  return Buffer.from(JSON.stringify([openedAt.toISOString(), id])).toString('base64url');
}

function readCursor(cursor: string): { openedAt: Date; id: string } {
  try {
    const [openedAt, id] = Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { openedAt: new Date(openedAt), id };
  } catch {
    throw new CursorInvalid();
  }
}

/** The cursor is not one that a page of this list handed out. */
export class CursorInvalid extends DomainError {
  readonly code = 'CURSOR_INVALID';
  readonly kind = 'invalid';
  override readonly field = 'cursor';

  constructor() {
    super({ zh: '翻页位置无效，请从第一页重新查询。', en: 'This is not a cursor of this list; start from the first page.' });
  }
}
