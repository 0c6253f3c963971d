import { connect as connectPlain, isIP } from 'node:net';
import { connect as connectEncrypted } from 'node:tls';
import { type ISocketFactory, Kafka, type KafkaConfig, logLevel, type RetryOptions } from 'kafkajs';

/** Where the brokers are and how this process behaves towards them. Times are milliseconds. */
export interface KafkaOptions {
  /** `host:port` of at least one broker; the others are learnt from it. */
  readonly brokers: readonly string[];
  /** Names this process in the broker's own logs and quotas. */
  readonly clientId?: string;
  readonly ssl?: KafkaConfig['ssl'];
  readonly sasl?: KafkaConfig['sasl'];
  /** Of topics that do not exist yet; an existing topic keeps its number, because a key must stay on its partition. */
  readonly partitions?: number;
  readonly replicationFactor?: number;
  /** Replicas that must have a record before it counts as written; the replication factor less one, at least one, unless given. */
  readonly minInSyncReplicas?: number;
  /** How long the broker keeps records. Replay reads the outbox's archive, not the broker. */
  readonly retention?: number;
  /** An append that is not acknowledged by then is rejected, and repeated by whoever asked for it. */
  readonly appendTimeout?: number;
  readonly sessionTimeout?: number;
  readonly heartbeatInterval?: number;
  /** How long a fetch waits at the broker for a first record; it also bounds how long a stop takes. */
  readonly fetchWait?: number;
  /** How long positions are gathered before they are stored. */
  readonly commitInterval?: number;
  /** What the client has to say; silent unless given. Never a payload. */
  readonly report?: (level: 'error' | 'warn' | 'info' | 'debug', message: string, details: Record<string, unknown>) => void;
}

export type KafkaSettings = Required<Omit<KafkaOptions, 'ssl' | 'sasl'>> & Pick<KafkaOptions, 'ssl' | 'sasl'>;

const REQUEST_TIMEOUT_MS = 5_000;

/**
 * About three seconds: a topic or a group that was made a moment ago is not known everywhere at once. All of it is said,
 * because the library has other defaults under NODE_ENV=test.
 */
export const BRIEF_RETRIES: RetryOptions = { initialRetryTime: 50, maxRetryTime: 500, multiplier: 2, factor: 0.2, retries: 8 };

export function withDefaults(options: KafkaOptions): KafkaSettings {
  const replicationFactor = options.replicationFactor ?? 1;
  return {
    clientId: 'accord',
    partitions: 16,
    minInSyncReplicas: Math.max(1, replicationFactor - 1),
    retention: 7 * 24 * 60 * 60 * 1_000,
    appendTimeout: 10_000,
    sessionTimeout: 6_000,
    heartbeatInterval: 1_500,
    fetchWait: 200,
    commitInterval: 200,
    report: () => {},
    ...options,
    replicationFactor,
  };
}

/** A client of its own for every use: clients of the library share cached positions, which two members of one group must not. */
export function openClient(settings: KafkaSettings): Kafka {
  const levels = {
    [logLevel.ERROR]: 'error',
    [logLevel.WARN]: 'warn',
    [logLevel.INFO]: 'info',
    [logLevel.DEBUG]: 'debug',
  } as const;
  return new Kafka({
    brokers: [...settings.brokers],
    clientId: settings.clientId,
    ssl: settings.ssl,
    sasl: settings.sasl,
    connectionTimeout: 3_000,
    authenticationTimeout: 5_000,
    requestTimeout: REQUEST_TIMEOUT_MS,
    enforceRequestTimeout: true,
    retry: BRIEF_RETRIES,
    socketFactory: withoutDelay,
    logLevel: logLevel.INFO,
    logCreator:
      () =>
      ({ namespace, level, log }) => {
        const { message, timestamp: _, logger: __, stack: ___, ...details } = log;
        if (level !== logLevel.NOTHING) settings.report(levels[level], `${namespace}: ${message}`, details);
      },
  });
}

/** The library leaves Nagle's algorithm on, which holds a small request back until the one before it is acknowledged. */
const withoutDelay: ISocketFactory = ({ host, port, ssl, onConnect }) => {
  const servername = isIP(host) ? {} : { servername: host };
  const socket = ssl
    ? connectEncrypted({ host, port, ...servername, ...ssl }, onConnect)
    : connectPlain({ host, port }, onConnect);
  return socket.setKeepAlive(true, 30_000).setNoDelay(true);
};
