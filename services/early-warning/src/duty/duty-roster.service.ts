import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { areasAround, OnDuty } from './on-duty';

/** This service's own small copy of where duty officers are granted; ids and areas, no names. */
@Injectable()
export class DutyRoster {
  async around(tx: EntityManager, areaCode: string): Promise<OnDuty> {
    const [{ areas }] = await tx.query<[{ areas: string[] | null }]>(
      `SELECT CASE WHEN EXISTS (SELECT FROM duty_officers) THEN
         ARRAY(SELECT DISTINCT area FROM duty_officers, unnest(areas) AS area WHERE areas && $1 AND area = ANY($1))
       END AS areas`,
      [areasAround(areaCode)],
    );
    return new OnDuty(areas);
  }

  async note(tx: EntityManager, staffId: string, areas: readonly string[]): Promise<void> {
    await tx.query(
      'INSERT INTO duty_officers (staff_id, areas) VALUES ($1, $2) ON CONFLICT (staff_id) DO UPDATE SET areas = excluded.areas',
      [staffId, areas],
    );
  }
}
