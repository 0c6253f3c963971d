import { AreaCode, type BodyQuery } from '@accord/contracts';
import { readCursor, writeCursor } from '@accord/http';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { MediationBody } from './mediation-body.entity';

const Position = z.tuple([AreaCode, z.uuid()]);

export interface BodyListPage {
  readonly bodies: MediationBody[];
  readonly next: string | null;
  readonly total: number;
}

/** One page of the active bodies, by area. */
export async function listBodies(tx: EntityManager, { area, q, cursor, limit }: BodyQuery): Promise<BodyListPage> {
  const list = tx.createQueryBuilder(MediationBody, 'b').where('b.active');
  if (area !== undefined) list.andWhere('(b.area_code ^@ :area OR :area ^@ b.area_code)', { area });
  if (q !== undefined && q !== '') list.andWhere('strpos(lower(b.name), lower(:q)) > 0', { q });
  const total = await list.getCount();
  if (cursor !== undefined) {
    const [areaCode, id] = readCursor(Position, cursor);
    list.andWhere('(b.area_code, b.id) > (:areaCode, :id)', { areaCode, id });
  }
  const found = await list
    .orderBy({ 'b.areaCode': 'ASC', 'b.id': 'ASC' })
    .limit(limit + 1)
    .getMany();
  const bodies = found.slice(0, limit);
  const last = bodies.at(-1);
  return { bodies, total, next: last !== undefined && found.length > limit ? writeCursor([last.areaCode, last.id]) : null };
}
