import { type DynamicModule, Global, Module, type Type } from '@nestjs/common';
import { TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import type { MigrationInterface } from 'typeorm';
import { Database } from './database';
import { PreparingClient } from './preparing-client';
import { IdempotentRequests } from './idempotent-requests';
import { WORKER_DATA_SOURCE } from './worker-data-source';

export interface DatabaseOptions {
  service: string;
  entities: Type[];
  /** Connection strings; see {@link DatabaseUrls}. */
  appUrl: string;
  workerUrl: string;
  /** Connections per pool. Default 10. */
  poolSize?: number;
}

export type MigrationClass = new () => MigrationInterface;

/** Opens a service's two pools. Migrations run before, by {@link migrate}, as the owner. */
@Global()
@Module({})
export class DatabaseModule {
  static forService(options: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot(connection(options, options.appUrl, 'app')),
        TypeOrmModule.forRoot({ ...connection(options, options.workerUrl, 'worker'), name: WORKER_DATA_SOURCE }),
      ],
      providers: [Database, IdempotentRequests],
      exports: [Database, IdempotentRequests],
    };
  }
}

function connection({ service, entities, poolSize = 10 }: DatabaseOptions, url: string, part: string): TypeOrmModuleOptions {
  return {
    type: 'postgres',
    url,
    entities,
    synchronize: false,
    migrationsRun: false,
    retryAttempts: 0,
    applicationName: `accord-${service}-${part}`,
    extra: {
      Client: PreparingClient,
      max: poolSize,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  };
}
