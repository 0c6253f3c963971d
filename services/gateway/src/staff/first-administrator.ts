import { Clock } from '@accord/case-model';
import { Database } from '@accord/postgres';
import { SERVICE_CONFIG, type ServiceConfig } from '@accord/service-kit';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { v7 } from 'uuid';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway-config';
import { Passwords } from '../session/passwords';
import { StaffMember } from './staff-member.entity';
import { StaffMembers } from './staff-members';

/** An empty system gets one administrator, whose one-time password the operator chose; later starts change nothing. */
@Injectable()
export class FirstAdministrator implements OnApplicationBootstrap {
  private readonly log = new Logger(FirstAdministrator.name);

  constructor(
    @Inject(GATEWAY_CONFIG) private readonly gateway: GatewayConfig,
    @Inject(SERVICE_CONFIG) private readonly service: ServiceConfig,
    private readonly database: Database,
    private readonly members: StaffMembers,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.service.DEMO_DATA !== undefined) return;
    await this.database.asService(async (tx) => {
      await tx.query("SELECT pg_advisory_xact_lock(hashtext('accord.gateway.administrators'))");
      if (await tx.existsBy(StaffMember, {})) return;
      const password = this.gateway.ADMIN_ONE_TIME_PASSWORD;
      if (password === undefined) {
        this.log.warn('Nobody can sign in: there is no staff yet. Start once with ADMIN_ONE_TIME_PASSWORD set.');
        return;
      }
      await this.members.add(tx, await this.administrator(password));
      this.log.log('created the first administrator: admin');
    });
  }

  private async administrator(password: string): Promise<StaffMember> {
    const grants = [{ role: 'administrator' as const, areaCode: this.gateway.FEDERATION_AREA, bodyId: null }];
    const passwordHash = await this.passwords.hash(password);
    return StaffMember.join(
      { id: v7(), username: 'admin', name: '系统管理员', passwordHash, mustChangePassword: true, grants },
      this.clock.now(),
    );
  }
}
