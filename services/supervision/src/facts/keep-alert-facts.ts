import { Consumes } from '@accord/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AlertEvent, alertEvents, AlertFacts } from './alert-facts.entity';

@Injectable()
export class KeepAlertFacts {
  @HearsAlerts
  async handle(event: AlertEvent, tx: EntityManager): Promise<void> {
    const facts = (await tx.findOneBy(AlertFacts, { id: event.aggregateId })) ?? AlertFacts.of(event);
    facts.hear(event);
    await tx.upsert(AlertFacts, facts, ['id']);
  }
}

function HearsAlerts(prototype: object, method: string, descriptor: TypedPropertyDescriptor<KeepAlertFacts['handle']>): void {
  for (const definition of alertEvents) Consumes(definition)(prototype, method, descriptor as never);
}
