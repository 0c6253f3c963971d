import cookie from '@fastify/cookie';
import { publishedDocument, type ServiceDefinition } from '@accord/service-kit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { gatewayMigrations } from './database/gateway-migrations';
import { GatewayDemoData } from './demo/gateway-demo-data';
import { ApiDocs } from './docs/api-docs';
import type { GatewayConfig } from './gateway-config';
import { GatewayModule } from './gateway.module';
import { forwardToServices } from './routing/forward-to-services';
import { SessionGate } from './session/session-gate';
import { StaffSession } from './session/staff-session.entity';
import { hideFromPublic } from './site/operators-only';
import { serveConsole } from './site/serve-console';
import { setSecurityHeaders } from './site/security-headers';
import { StaffGrant } from './staff/staff-grant.entity';
import { StaffMember } from './staff/staff-member.entity';

/** The one public door, ready to be started. */
export function gatewayService(config: GatewayConfig): ServiceDefinition {
  return {
    name: 'gateway',
    prefix: 'api',
    module: GatewayModule.with(config),
    entities: [StaffMember, StaffGrant, StaffSession],
    migrations: gatewayMigrations,
    demo: GatewayDemoData,
    trustProxy: config.TRUSTED_PROXIES ?? false,
    configure: (app) => furnish(app, config),
  };
}

/** What stands before the routes, in the order in which a request passes it. */
async function furnish(app: NestFastifyApplication, config: GatewayConfig): Promise<void> {
  await setSecurityHeaders(app, { https: config.COOKIE_SECURE });
  await app.register(cookie);
  const gate = app.get(SessionGate);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      hideFromPublic(request, reply);
      if (request.url.startsWith('/api/')) await gate.admit(request);
    });
  await forwardToServices(app, config.SERVICE_URLS);
  await serveConsole(app, config.CONSOLE_DIR);
  app.get(ApiDocs).describeSelf(() => publishedDocument(app, 'gateway'));
}
