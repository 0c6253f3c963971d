import { Clock } from '@accord/case-model';
import { type Deadline, OnDeadline } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DutyRoster } from '../duty/duty-roster.service';
import { ANSWER_DEADLINE, AlertsStore } from './alerts.store';

@Injectable()
export class ClimbWhenNobodyAnswers {
  constructor(
    private readonly alerts: AlertsStore,
    private readonly roster: DutyRoster,
    private readonly clock: Clock,
  ) {}

  @OnDeadline(ANSWER_DEADLINE)
  async handle({ aggregateId, dueAt }: Deadline, tx: EntityManager): Promise<void> {
    const alert = await this.alerts.findLocked(tx, { id: aggregateId });
    if (alert === null) return;
    const now = this.clock.now();
    alert.runOutOfTime(now > dueAt ? now : dueAt, await this.roster.around(tx, alert.areaCode));
    await this.alerts.write(tx, alert);
  }
}
