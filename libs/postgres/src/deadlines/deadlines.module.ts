import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DeadlineHandlers } from './deadline-handlers';
import { DeadlineRunner } from './deadline-runner';
import { Deadlines } from './deadlines';

/** Gives a service its deadlines and the runner that acts on them. Needs the service's `Database` and its `Clock`. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Deadlines, DeadlineHandlers, DeadlineRunner],
  exports: [Deadlines, DeadlineRunner],
})
export class DeadlinesModule {}
