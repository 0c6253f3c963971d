import { Clock } from '@accord/case-model';
import { type Deadline, OnDeadline } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CASE_LIMIT, CaseFiles } from '../case-file/case-files';

/** A limit that runs out is marked and announced once; keeping the case sets the deadline of its next limit. */
@Injectable()
export class PassLimitsWhenTheyRunOut {
  constructor(
    private readonly files: CaseFiles,
    private readonly clock: Clock,
  ) {}

  @OnDeadline(CASE_LIMIT)
  async handle({ aggregateId, dueAt }: Deadline, tx: EntityManager): Promise<void> {
    const mediation = await this.files.getLocked(tx, aggregateId);
    const now = this.clock.now();
    mediation.passDueClocks(now < dueAt ? dueAt : now); // a clock set back meanwhile must not lose the limit
    await this.files.keep(tx, mediation);
  }
}
