import { type AccordRequest, ProblemFilter, requireEveryRouteGuarded } from '@accord/http';
import { AccordTransport, EmbeddedLog, type EventLog, KafkaLog, messagingMigrations } from '@accord/messaging';
import { migrate, type MigrationClass } from '@accord/postgres';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { JsonLogger } from './json-logger';
import { rememberRequestContext } from './request-context';
import { OperatorError, readServiceConfig, type ServiceConfig } from './service-config';
import { ServiceModule } from './service.module';
import { waitForDatabase } from './wait-for-database';

/** Two mebibytes: room for a long record, and for telling which field of a longer one is too long. */
const BODY_LIMIT_BYTES = 2 * 1024 * 1024;

/** What a service is made of; everything else about running it is the same for all. */
export interface ServiceDefinition {
  /** The folder's name under services/, also the name of its database, topics and routes. */
  name: string;
  module: Type | DynamicModule;
  entities: Type[];
  migrations: MigrationClass[];
  /** Routes live under this prefix. Default `api/<name>`. */
  prefix?: string;
  /** Puts demo data into an empty database before the service hears or answers anyone. */
  demo?: Type<DemoData>;
  /** Whose X-Forwarded-* headers are believed: everyone's behind the gateway (the default), named proxies' before it. */
  trustProxy?: boolean | string;
  /** Last touches to the HTTP server before it listens; the gateway's plugins. */
  configure?(app: NestFastifyApplication, config: ServiceConfig): Promise<void>;
}

/** Fills an empty database with a believable history; does nothing where there is data. */
export interface DemoData {
  /** `folder` holds the demo files; see its README. */
  load(folder: string): Promise<void>;
}

/** Starts a service and keeps it running until it is told to stop. An operator's mistake ends it with one plain line. */
export async function bootService(definition: ServiceDefinition | (() => ServiceDefinition)): Promise<void> {
  let name = 'service';
  try {
    const defined = typeof definition === 'function' ? definition() : definition;
    name = defined.name;
    stopOnSignals(await createService(defined, readServiceConfig()));
  } catch (error) {
    process.stderr.write(`${name}: ${error instanceof OperatorError ? error.message : (error as Error).stack}\n`);
    process.exit(1);
  }
}

/** The running application; for tests that start a service inside their own process. */
export async function createService(definition: ServiceDefinition, config: ServiceConfig): Promise<NestFastifyApplication> {
  const logger = new JsonLogger(definition.name, config.LOG_LEVEL);
  await prepareDatabase(definition, config, logger);
  const log = openLog(config);
  const app = await NestFactory.create<NestFastifyApplication>(
    ServiceModule.for(definition, config, log),
    new FastifyAdapter({
      bodyLimit: BODY_LIMIT_BYTES,
      trustProxy: definition.trustProxy ?? true,
      routerOptions: { maxParamLength: 200 },
      frameworkErrors: (error: Error, request: AccordRequest, reply: FastifyReply) =>
        new ProblemFilter().answer(error, request, reply),
    }),
    { logger, abortOnError: false, bodyParser: false },
  );
  app.getHttpAdapter().getInstance().removeContentTypeParser('text/plain'); // leaves application/json as all that is read
  rememberRequestContext(app);
  app.setGlobalPrefix(definition.prefix ?? `api/${definition.name}`, {
    exclude: ['health/live', 'health/ready', 'metrics', 'openapi.json'],
  });
  await definition.configure?.(app, config);
  app.connectMicroservice({ strategy: app.get(AccordTransport) });
  requireEveryRouteGuarded(app);
  publishOpenApi(app, definition.name);

  await app.init();
  if (config.DEMO_DATA !== undefined && definition.demo !== undefined)
    await app.get<DemoData>(definition.demo).load(config.DEMO_DATA);
  await app.startAllMicroservices();
  await app.listen(config.PORT, config.HOST);
  logger.log(`ready on ${await app.getUrl()}`);
  process.send?.({ ready: definition.name, url: await app.getUrl() });
  return app;
}

async function prepareDatabase(
  { name, migrations }: ServiceDefinition,
  config: ServiceConfig,
  logger: JsonLogger,
): Promise<void> {
  const url = config.DATABASE_OWNER_URL ?? config.DATABASE_URL;
  await waitForDatabase(name, url, config.DATABASE_WAIT_SECONDS, (line) => logger.warn(line));
  if (config.DATABASE_OWNER_URL !== undefined) await migrate(config.DATABASE_OWNER_URL, [...messagingMigrations, ...migrations]);
}

function openLog(config: ServiceConfig): EventLog {
  if (config.EVENT_LOG === 'kafka') return new KafkaLog({ brokers: config.brokers });
  return new EmbeddedLog({ url: config.EMBEDDED_LOG_URL as string });
}

/** The OpenAPI document of the routes of an application that has started. */
export function publishedDocument(app: NestFastifyApplication, name: string): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle(`Accord ${name}`)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, about);
}

function publishOpenApi(app: NestFastifyApplication, name: string): void {
  SwaggerModule.setup('docs', app, () => publishedDocument(app, name), {
    ui: false,
    raw: ['json'],
    jsonDocumentUrl: 'openapi.json',
  });
}

function stopOnSignals(app: NestFastifyApplication): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 15_000).unref();
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop); // the local runner that started us is gone
}
