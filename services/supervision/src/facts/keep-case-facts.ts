import { Consumes } from '@accord/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CaseEvent, caseEvents, CaseFacts } from './case-facts.entity';

@Injectable()
export class KeepCaseFacts {
  @HearsCases
  async handle(event: CaseEvent, tx: EntityManager): Promise<void> {
    const facts = (await tx.findOneBy(CaseFacts, { id: event.aggregateId })) ?? CaseFacts.of(event);
    facts.hear(event);
    await tx.upsert(CaseFacts, facts, ['id']);
  }
}

function HearsCases(prototype: object, method: string, descriptor: TypedPropertyDescriptor<KeepCaseFacts['handle']>): void {
  for (const definition of caseEvents) Consumes(definition)(prototype, method, descriptor as never);
}
