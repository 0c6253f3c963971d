import { CaseOpened, type EventOf } from '@accord/contracts';
import { Consumes } from '@accord/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AlertsStore } from './alerts.store';

@Injectable()
export class LinkCaseWhenCaseOpens {
  constructor(private readonly alerts: AlertsStore) {}

  @Consumes(CaseOpened)
  async handle(
    { payload: { alertId, caseId, caseNo }, occurredAt }: EventOf<typeof CaseOpened>,
    tx: EntityManager,
  ): Promise<void> {
    if (alertId === null) return;
    const alert = await this.alerts.findLocked(tx, { id: alertId });
    if (alert === null) return;
    alert.noteCase(caseId, caseNo, occurredAt);
    await this.alerts.write(tx, alert);
  }
}
