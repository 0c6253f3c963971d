import 'reflect-metadata';
import { Clock } from '@accord/case-model';
import { AlertEscalated, type EventOf } from '@accord/contracts';
import { KafkaLog, MessagingModule } from '@accord/messaging';
import { Database, DatabaseModule, DeadlinesModule, WORKER_DATA_SOURCE } from '@accord/postgres';
import { Controller, Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, EventPattern, type KafkaContext, type MicroserviceOptions, Payload, Transport } from '@nestjs/microservices';
import { getDataSourceToken } from '@nestjs/typeorm';
import { BodyRegister } from '../../services/disputes/src/bodies/body-register';
import { CaseFiles } from '../../services/disputes/src/case-file/case-files';
import { disputes } from '../../services/disputes/src/disputes.definition';
import { OpenCaseWhenAlertEscalates } from '../../services/disputes/src/mediation/open-case-when-alert-escalates';

const settings = process.env as Record<
  'DATABASE_URL' | 'DATABASE_WORKER_URL' | 'KAFKA_BROKERS' | 'STOCK_GROUP' | 'ALERT_TOPIC',
  string
>;
const brokers = settings.KAFKA_BROKERS.split(',');

/**
 * The peer of the bench: the same handler with the same work, on the transport that comes with the framework. One event,
 * one transaction, with a receipt against repeats; offsets are stored by the client itself.
 */
@Controller()
class StockAlerts {
  constructor(
    private readonly database: Database,
    private readonly opening: OpenCaseWhenAlertEscalates,
  ) {}

  @EventPattern(settings.ALERT_TOPIC)
  async heard(@Payload() payload: object, @Ctx() context: unknown): Promise<void> {
    const headers = (context as KafkaContext).getMessage().headers as Record<string, Buffer | string | undefined>;
    const header = (name: string): string => String(headers[name] ?? '');
    if (header('ce_type') !== AlertEscalated.type) return;
    const event: EventOf<typeof AlertEscalated> = {
      id: header('ce_id'),
      type: AlertEscalated.type,
      aggregateId: header('ce_subject'),
      aggregateVersion: Number(header('ce_aggregateversion')),
      occurredAt: new Date(header('ce_time')),
      traceparent: header('traceparent'),
      payload: AlertEscalated.parse(payload) as EventOf<typeof AlertEscalated>['payload'],
    };
    await this.database.asService(async (tx) => {
      const [receipt] = await tx.query(
        'INSERT INTO bench_receipts (event_id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING event_id',
        [event.id],
      );
      if (receipt !== undefined) await this.opening.handle([event], tx);
    });
  }
}

@Global()
@Module({ providers: [Clock], exports: [Clock] })
class ClockModule {}

@Module({
  imports: [
    ClockModule,
    DatabaseModule.forService({
      service: 'disputes',
      entities: disputes.entities,
      appUrl: settings.DATABASE_URL,
      workerUrl: settings.DATABASE_WORKER_URL,
    }),
    MessagingModule.forRoot({
      service: 'disputes',
      log: new KafkaLog({ brokers }),
      workerDataSource: getDataSourceToken(WORKER_DATA_SOURCE),
    }),
    DeadlinesModule,
  ],
  controllers: [StockAlerts],
  providers: [BodyRegister, CaseFiles, OpenCaseWhenAlertEscalates],
})
class StockModule {}

const app = await NestFactory.createMicroservice<MicroserviceOptions>(StockModule, {
  logger: false,
  transport: Transport.KAFKA,
  options: { client: { clientId: 'bench-stock', brokers }, consumer: { groupId: settings.STOCK_GROUP } },
});
await app.listen();
process.send?.({ ready: true });
