import { CaseDeclined, CaseFailed, CaseSettled, CaseWithdrawn, type EventOf } from '@accord/contracts';
import { Consumes } from '@accord/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AlertOutcome } from './alert-timeline.words';
import { AlertsStore } from './alerts.store';

/** Finds the alert by the case that it was linked with when the case opened; a case without an alert is none of ours. */
@Injectable()
export class EndAlertWhenCaseEnds {
  constructor(private readonly alerts: AlertsStore) {}

  @Consumes(CaseSettled)
  settled({ payload, occurredAt }: EventOf<typeof CaseSettled>, tx: EntityManager): Promise<void> {
    return this.end(tx, payload.caseId, 'settled', occurredAt);
  }

  @Consumes(CaseFailed)
  failed({ payload, occurredAt }: EventOf<typeof CaseFailed>, tx: EntityManager): Promise<void> {
    return this.end(tx, payload.caseId, 'failed', occurredAt);
  }

  @Consumes(CaseDeclined)
  declined({ payload, occurredAt }: EventOf<typeof CaseDeclined>, tx: EntityManager): Promise<void> {
    return this.end(tx, payload.caseId, 'declined', occurredAt);
  }

  @Consumes(CaseWithdrawn)
  withdrawn({ payload, occurredAt }: EventOf<typeof CaseWithdrawn>, tx: EntityManager): Promise<void> {
    return this.end(tx, payload.caseId, 'withdrawn', occurredAt);
  }

  private async end(tx: EntityManager, caseId: string, outcome: AlertOutcome, at: Date): Promise<void> {
    const alert = await this.alerts.findLocked(tx, { caseId });
    if (alert === null) return;
    alert.endMediation(outcome, at);
    await this.alerts.write(tx, alert);
    for (const joined of await this.alerts.findJoinedTo(tx, alert.id)) {
      joined.hearOfLead(alert, outcome, at);
      await this.alerts.write(tx, joined);
    }
  }
}
