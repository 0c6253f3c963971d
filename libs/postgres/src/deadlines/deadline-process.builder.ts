import 'reflect-metadata';
import { Clock } from '@accord/case-model';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DatabaseModule } from '../database.module';
import { AlertWatch, Weather } from './alert-ledger.builder';
import { DeadlinesModule } from './deadlines.module';

/** A process of its own that does nothing but act on deadlines, slowly, until it is killed. */
@Global()
@Module({
  imports: [
    DatabaseModule.forService({
      service: 'test',
      entities: [],
      appUrl: process.env.DATABASE_URL ?? '',
      workerUrl: process.env.DATABASE_WORKER_URL ?? '',
    }),
    DeadlinesModule,
  ],
  providers: [Clock, Weather, AlertWatch],
  exports: [Clock],
})
class DeadlineProcess {}

const app = await NestFactory.createApplicationContext(DeadlineProcess, { logger: false, abortOnError: false });
app.get(Weather).midway = async (_, tx) => void (await tx.query('SELECT pg_sleep(0.03)'));
