import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccordTransport } from './accord-transport';
import { EventCatalog } from './catalog';
import { HandlerRegistry } from './inbox/handler-registry';
import { Inbox } from './inbox/inbox';
import { Parking } from './inbox/parking';
import { MessagingStatus } from './messaging-status';
import {
  DEFAULT_TUNING,
  EVENT_LOG,
  MESSAGING_DATA_SOURCE,
  MESSAGING_OPTIONS,
  MESSAGING_TUNING,
  type MessagingOptions,
} from './messaging.options';
import { CommitBell } from './outbox/commit-bell';
import { Outbox } from './outbox/outbox';
import { Relay } from './relay/relay';
import { Replay } from './relay/replay';

/** Gives a service its outbox, its relay, its consumers and its parking. Import once, at the root. */
@Module({})
export class MessagingModule {
  static forRoot(options: MessagingOptions): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: MESSAGING_OPTIONS, useValue: options },
        { provide: MESSAGING_TUNING, useValue: { ...DEFAULT_TUNING, ...options.tuning } },
        { provide: MESSAGING_DATA_SOURCE, useExisting: options.workerDataSource },
        { provide: EVENT_LOG, useValue: options.log },
        { provide: EventCatalog, useValue: new EventCatalog(options.catalog) },
        CommitBell,
        Outbox,
        Relay,
        Replay,
        HandlerRegistry,
        Inbox,
        Parking,
        MessagingStatus,
        AccordTransport,
      ],
      exports: [Outbox, Parking, MessagingStatus, AccordTransport, Relay, Replay, EventCatalog],
    };
  }
}
