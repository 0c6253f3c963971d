import { type EventOf, StaffMemberChanged } from '@accord/contracts';
import { Consumes } from '@accord/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DutyRoster } from './duty-roster.service';

@Injectable()
export class KnowWhoIsOnDuty {
  constructor(private readonly roster: DutyRoster) {}

  @Consumes(StaffMemberChanged)
  async handle({ payload: { staffId, active, grants } }: EventOf<typeof StaffMemberChanged>, tx: EntityManager): Promise<void> {
    const areas = active ? grants.filter(({ role }) => role === 'duty_officer').map(({ areaCode }) => areaCode) : [];
    await this.roster.note(tx, staffId, areas);
  }
}
