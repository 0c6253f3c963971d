import type { EmployerOption } from '@accord/contracts';
import type { Actor } from '@accord/http';
import { areaCondition, type AreaScope, Database } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { nameKey } from './employer-name.rules';
import { EmployerUnknown } from './employers.errors';
import { KnownEmployer } from './known-employer.entity';

const MOST_OPTIONS = 20;
const FEWEST_CHARACTERS = 2;

@Injectable()
export class EmployersService {
  constructor(private readonly database: Database) {}

  /** Employers whose name contains what was typed, or whose pinyin initials do; those that begin with it come first. */
  async find(typed: string, actor: Actor): Promise<EmployerOption[]> {
    const key = nameKey(typed);
    if (key.length < FEWEST_CHARACTERS) return [];
    const rows = await this.database.within(actor, (tx) => tx.query<OptionRow[]>(optionsIn(actor), [key, MOST_OPTIONS]));
    return rows.map(({ last_alert_at, ...option }) => ({ ...option, lastAlertAt: last_alert_at?.toISOString() ?? null }));
  }

  /** The employer that an alert names, in the caller's areas: by id, else by name, else taken up as one that nobody knows yet. */
  async named(tx: EntityManager, { id, name }: { id?: string; name: string }, areaCode: string): Promise<KnownEmployer> {
    if (id !== undefined) {
      const known = await tx.findOneBy(KnownEmployer, { id });
      if (known === null) throw new EmployerUnknown(id);
      return known;
    }
    const [namesake] = await tx.find(KnownEmployer, {
      where: { nameKey: nameKey(name) },
      order: { confirmed: 'DESC', id: 'ASC' },
      take: 1,
    });
    if (namesake !== undefined) return namesake;
    const unknown = KnownEmployer.named(name, areaCode);
    await tx.insert(KnownEmployer, unknown);
    return unknown;
  }
}

interface OptionRow extends Omit<EmployerOption, 'lastAlertAt'> {
  last_alert_at: Date | null;
}

const optionsIn = (scope: AreaScope): string => `
  SELECT id, name, area_code AS "areaCode", head_count AS "headCount",
         (SELECT max(raised_at) FROM alerts WHERE employer_id = known_employers.id) AS last_alert_at
  FROM known_employers
  WHERE ${areaCondition('area_code', scope)} AND (strpos(name_key, $1) > 0 OR strpos(initials, $1) > 0)
  ORDER BY (name_key ^@ $1 OR initials ^@ $1) DESC, confirmed DESC, name, id
  LIMIT $2`;
