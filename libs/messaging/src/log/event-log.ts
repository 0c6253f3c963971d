/** One record on its way to the log: CloudEvents attributes in `headers`, the JSON payload in `value`. */
export interface LogRecord {
  readonly topic: string;
  /** The aggregate's id. Records with one key keep their order. */
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string;
}

export interface ReceivedRecord extends Omit<LogRecord, 'key' | 'value'> {
  readonly key: string | null;
  readonly value: string | null;
  readonly partition: number;
  readonly offset: bigint;
}

export interface RecordBatch {
  readonly topic: string;
  readonly partition: number;
  /** In the order of the log. */
  readonly records: readonly ReceivedRecord[];
  /** True once the subscription is being stopped or the partition has moved away; finish the chunk and return. */
  stopping(): boolean;
  /** Says that everything up to and including this offset has taken effect; call it after the commit. */
  done(offset: bigint): void;
  /** Keeps the membership alive during long work. */
  heartbeat(): Promise<void>;
}

export interface SubscribeOptions {
  /** Members of one group share the partitions; a group resumes behind what it said was done. */
  readonly group: string;
  readonly topics: readonly string[];
  /** Where a group without a position starts. */
  readonly from: 'beginning' | 'now';
  /** Never throws: what cannot be taken has been parked before it returns. Not called twice at once for one partition. */
  onBatch(batch: RecordBatch): Promise<void>;
  /** The subscription ended by itself and will not come back; the process should end and be started again. */
  onCrash(error: Error): void;
}

export interface Subscription {
  /** Stops fetching, waits for batches under way, stores the positions, leaves the group. */
  stop(): Promise<void>;
}

/**
 * The log that carries events between services. Two stand behind it, Apache Kafka and a log in Postgres, and one
 * contract test suite runs against both.
 */
export interface EventLog {
  /** Resolves once every record is durable; per key in the order given. Rejects with nothing half said that a repeat would not mend. */
  append(records: readonly LogRecord[]): Promise<void>;
  /** Makes sure that the topics exist before anyone writes or listens. */
  prepare(topics: readonly string[]): Promise<void>;
  subscribe(options: SubscribeOptions): Promise<Subscription>;
  close(): Promise<void>;
}
