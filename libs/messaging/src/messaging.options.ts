import type { EventDefinition } from '@accord/contracts';
import type { InjectionToken } from '@nestjs/common';
import type { EventLog } from './log/event-log';

/** How a service takes part in messaging. Times are milliseconds. */
export interface MessagingOptions {
  /** The service's name as it stands in its event types, `early-warning`; consumer groups are called after it. */
  readonly service: string;
  /** Token of the TypeORM DataSource that is connected as `<database>_worker`: handlers, relay and parking run on it. */
  readonly workerDataSource: InjectionToken;
  /** The log that carries this service's events; it is closed with the transport. */
  readonly log: EventLog;
  /** All events of the house unless given; tests bring their own. */
  readonly catalog?: readonly EventDefinition[];
  /** Topics whose handlers get a consumer of their own, `<service>.alerts`, so that bulk never delays an alert. */
  readonly alertTopics?: readonly string[];
  readonly tuning?: Partial<MessagingTuning>;
  /** A subscription ended for good. The default asks the process to stop (SIGTERM), so that its supervisor starts it again. */
  readonly onCrash?: (error: Error) => void;
}

export interface MessagingTuning {
  /** Rows that the relay sends in one append. */
  readonly relayBatch: number;
  /** The relay's poll while there is work, and the longest it sleeps when there is none. */
  readonly busyPoll: number;
  readonly idlePoll: number;
  /** How often shards are shared out again among the relays of a service. */
  readonly rebalance: number;
  /** Events that take effect in one database transaction. */
  readonly chunk: number;
  /** Chunks that one consumer works on at once, each on a connection of the worker's pool. */
  readonly concurrency: number;
  /** A handler that takes longer is cut off and its event parked. */
  readonly handlerTimeout: number;
  /** Attempts at an event that fails with a passing error while the database itself answers. */
  readonly attempts: number;
  /** Days for which sent events stay in the archive, from which they can be replayed. */
  readonly archiveDays: number;
}

export const DEFAULT_TUNING: MessagingTuning = {
  relayBatch: 500,
  busyPoll: 25,
  idlePoll: 500,
  rebalance: 1_000,
  chunk: 50,
  concurrency: 4,
  handlerTimeout: 15_000,
  attempts: 6,
  archiveDays: 90,
};

export const DEFAULT_ALERT_TOPICS: readonly string[] = ['accord.early-warning.alert'];

/** Injection tokens of this lib that are not classes. */
export const MESSAGING_OPTIONS = Symbol('MESSAGING_OPTIONS');
export const MESSAGING_TUNING = Symbol('MESSAGING_TUNING');
export const EVENT_LOG = Symbol('EVENT_LOG');
export const MESSAGING_DATA_SOURCE = Symbol('MESSAGING_DATA_SOURCE');
