import { AlertQuery, Instant } from '@accord/contracts';
import { type Actor, readCursor, writeCursor } from '@accord/http';
import { areaCondition } from '@accord/postgres';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { Alert } from './alert.entity';

const Position = z.object({ at: Instant, id: z.uuid() });
export type Position = z.infer<typeof Position>;

/** The alerts that a list asks for, in whatever areas the transaction sees. */
export function alertsAsked(
  tx: EntityManager,
  { state, level, area, mine, q }: AlertQuery,
  actor: Actor,
): SelectQueryBuilder<Alert> {
  const asked = tx.createQueryBuilder(Alert, 'alert').where(areaCondition('alert.areaCode', actor));
  if (state !== undefined) asked.andWhere('alert.state IN (:...states)', { states: [state].flat() });
  if (level !== undefined) asked.andWhere('alert.level = :level', { level });
  if (area !== undefined) asked.andWhere('alert.areaCode ^@ :area', { area });
  if (mine === 'true') asked.andWhere('alert.raisedBy = :me', { me: actor.id });
  if (q !== undefined && q !== '') asked.andWhere('(strpos(alert.employerName, :q) > 0 OR alert.alertNo ^@ upper(:q))', { q });
  return asked;
}

/** TypeORM's own count sorts ids to find doubles that one table cannot have. */
export async function countOf(asked: SelectQueryBuilder<Alert>): Promise<number> {
  const counted = await asked.clone().select('count(*)::int', 'total').getRawOne<{ total: number }>();
  return counted?.total ?? 0;
}

/** Where the next page begins: behind this alert. Opaque to clients. */
export function cursorAfter(last: Alert | undefined): string | null {
  return last === undefined ? null : writeCursor({ at: last.raisedAt.toISOString(), id: last.id } satisfies Position);
}

export function positionOf(cursor: string): Position {
  return readCursor(Position, cursor);
}
