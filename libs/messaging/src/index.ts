export { AccordTransport } from './accord-transport';
export { EventCatalog } from './catalog';
export {
  type Consumption,
  Consumes,
  type ConsumesOptions,
  ConsumesTogether,
  type EventHandler,
  type HandlerOfMany,
} from './inbox/consumes';
export type { ParkedEvent, ParkedFilter, ParkedKey, Requeued } from './inbox/parked-event';
export { Parking } from './inbox/parking';
export { ConsumerUnknown, DiscardNeedsReason, NothingParked, SeveralParked } from './inbox/parking.errors';
export { EmbeddedLog, type EmbeddedLogOptions } from './log/embedded-log';
export type { EventLog, LogRecord, ReceivedRecord, RecordBatch, SubscribeOptions, Subscription } from './log/event-log';
export { type MessagingSnapshot, MessagingStatus } from './messaging-status';
export { KafkaLog } from './log/kafka-log';
export type { KafkaOptions } from './log/kafka-client';
export { MessagingModule } from './messaging.module';
export { EVENT_LOG, MESSAGING_DATA_SOURCE, type MessagingOptions, type MessagingTuning } from './messaging.options';
export { Outbox } from './outbox/outbox';
export { Relay } from './relay/relay';
export { Replay, type ReplayRequest } from './relay/replay';
export { messagingMigrations } from './schema/messaging-migrations';
export { childOf, currentTraceparent, withTrace } from './trace-context';
