import { Clock } from '@accord/case-model';
import type { GradePreviewRequest, Grading } from '@accord/contracts';
import type { Actor } from '@accord/http';
import { Database } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { grade, type GradingInForce, GradingRule } from './grading.rules';

@Injectable()
export class GradingRulesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  preview(facts: GradePreviewRequest, actor: Actor): Promise<Grading> {
    return this.database.within(actor, async (tx) => grade(facts, await this.inForce(tx, this.clock.now())));
  }

  /** The newest version that had taken effect by then. */
  async inForce(tx: EntityManager, at: Date): Promise<GradingInForce> {
    const [row] = await tx.query<{ version: number; rules: unknown }[]>(
      'SELECT version, rules FROM grading_rules WHERE effective_from <= $1 ORDER BY effective_from DESC, version DESC LIMIT 1',
      [at],
    );
    if (row === undefined) throw new Error(`No grading rule was in force on ${at.toISOString()}.`);
    return { version: row.version, rule: GradingRule.parse(row.rules) };
  }
}
