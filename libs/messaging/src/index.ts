export type { EventLog, LogRecord, ReceivedRecord, RecordBatch, SubscribeOptions, Subscription } from './log/event-log';
