import { Clock } from '@accord/case-model';
import { HttpModule } from '@accord/http';
import { EVENT_LOG, type EventLog, MessagingModule } from '@accord/messaging';
import { DatabaseModule, DeadlinesModule, FieldCipher, WORKER_DATA_SOURCE } from '@accord/postgres';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { ServiceDefinition } from './boot-service';
import { HealthController } from './health.controller';
import { ParkedController } from './parked.controller';
import type { ServiceConfig } from './service-config';
import { SERVICE_CONFIG } from './service-config.token';

/** The root module of every service: the platform around the service's own module. */
@Global()
@Module({})
export class ServiceModule {
  static for({ name, module, entities }: ServiceDefinition, config: ServiceConfig, log: EventLog): DynamicModule {
    return {
      module: ServiceModule,
      imports: [
        HttpModule.forRoot({ publicJwk: config.TOKEN_PUBLIC_KEY }),
        DatabaseModule.forService({
          service: name,
          entities,
          appUrl: config.DATABASE_URL,
          workerUrl: config.DATABASE_WORKER_URL,
          poolSize: config.DATABASE_POOL_SIZE,
        }),
        DeadlinesModule,
        MessagingModule.forRoot({ service: name, log, workerDataSource: getDataSourceToken(WORKER_DATA_SOURCE) }),
        module,
      ],
      controllers: [HealthController, ParkedController],
      providers: [
        Clock,
        { provide: EVENT_LOG, useFactory: () => log },
        { provide: FieldCipher, useFactory: () => new FieldCipher(config.FIELD_KEY) },
        { provide: SERVICE_CONFIG, useValue: config },
      ],
      exports: [Clock, EVENT_LOG, FieldCipher, SERVICE_CONFIG],
    };
  }
}
