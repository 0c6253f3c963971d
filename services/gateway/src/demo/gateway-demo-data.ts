import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Clock } from '@accord/case-model';
import { Grant } from '@accord/contracts';
import { Database } from '@accord/postgres';
import { type DemoData, OperatorError } from '@accord/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway-config';
import { Passwords } from '../session/passwords';
import { StaffMember } from '../staff/staff-member.entity';
import { StaffMembers } from '../staff/staff-members';

const DemoStaff = z.array(z.object({ id: z.uuid(), username: z.string(), name: z.string(), grants: z.array(Grant) }));

/** The staff was there before the first story began. */
const JOINED_DAYS_AGO = 400;

/** The people of the demo, all with the one password that the start prints. */
@Injectable()
export class GatewayDemoData implements DemoData {
  constructor(
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
    private readonly database: Database,
    private readonly members: StaffMembers,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {}

  async load(folder: string): Promise<void> {
    if (await this.database.asService((tx) => tx.existsBy(StaffMember, {}))) return;
    if (this.config.DEMO_PASSWORD === undefined)
      throw new OperatorError('DEMO_DATA is set, so set DEMO_PASSWORD for its accounts.');
    const people = DemoStaff.parse(JSON.parse(await readFile(join(folder, 'staff.json'), 'utf8')));
    const passwordHash = await this.passwords.hash(this.config.DEMO_PASSWORD);
    const joined = new Date(this.clock.now().getTime() - JOINED_DAYS_AGO * 24 * 60 * 60 * 1000);
    await this.database.asService(async (tx) => {
      for (const person of people) {
        await this.members.add(tx, StaffMember.join({ ...person, passwordHash, mustChangePassword: false }, joined));
      }
    });
  }
}
