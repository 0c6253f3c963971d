import { type DynamicModule, Module } from '@nestjs/common';
import { AreasController } from './areas/areas.controller';
import { Divisions } from './areas/divisions';
import { GatewayDemoData } from './demo/gateway-demo-data';
import { ApiDocs } from './docs/api-docs';
import { DocsController } from './docs/docs.controller';
import { GATEWAY_CONFIG, type GatewayConfig } from './gateway-config';
import { LiveController } from './live/live.controller';
import { LiveUpdates } from './live/live-updates';
import { KnownSessions } from './session/known-sessions';
import { Passwords } from './session/passwords';
import { SessionController } from './session/session.controller';
import { SessionGate } from './session/session-gate';
import { SessionReader } from './session/session-reader';
import { Sessions } from './session/sessions';
import { SignInAttempts } from './session/sign-in-attempts';
import { SignInService } from './session/sign-in.service';
import { FirstAdministrator } from './staff/first-administrator';
import { StaffIntakeService } from './staff/staff-intake.service';
import { StaffList } from './staff/staff-list';
import { StaffMembers } from './staff/staff-members';
import { StaffController } from './staff/staff.controller';
import { StaffService } from './staff/staff.service';

@Module({})
export class GatewayModule {
  static with(config: GatewayConfig): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [SessionController, StaffController, AreasController, LiveController, DocsController],
      providers: [
        { provide: GATEWAY_CONFIG, useValue: config },
        ...[Passwords, SessionReader, KnownSessions, Sessions, SignInAttempts, SignInService, SessionGate],
        ...[StaffMembers, StaffList, StaffIntakeService, StaffService, FirstAdministrator],
        ...[Divisions, LiveUpdates, ApiDocs, GatewayDemoData],
      ],
    };
  }
}
