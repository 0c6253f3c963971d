export { EventCatalog } from './catalog';
export { type Consumption, Consumes, type ConsumesOptions, type EventHandler } from './inbox/consumes';
export { EmbeddedLog, type EmbeddedLogOptions } from './log/embedded-log';
export type { EventLog, LogRecord, ReceivedRecord, RecordBatch, SubscribeOptions, Subscription } from './log/event-log';
export { MessagingModule } from './messaging.module';
export { EVENT_LOG, MESSAGING_DATA_SOURCE, type MessagingOptions, type MessagingTuning } from './messaging.options';
export { Outbox } from './outbox/outbox';
export { messagingMigrations } from './schema/messaging-migrations';
export { childOf, currentTraceparent, withTrace } from './trace-context';
