/** The connection is up and dead; a new one is worth trying. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/** A topic was made, or a broker lost, a moment ago; its new leader is being chosen. */
export class LeaderMissing extends Error {
  override readonly name = 'LeaderMissing';
}

/** What a broker that comes back mends. The library's programming errors and refused credentials are not of this kind. */
export function isPassing(error: Error): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ((cause as { retriable?: boolean }).retriable === true || PASSING.has(cause.name)) return true;
  }
  return false;
}

const PASSING = new Set([
  'ConnectionLost',
  'LeaderMissing',
  'KafkaJSBrokerNotFound',
  'KafkaJSConnectionError',
  'KafkaJSConnectionClosedError',
  'KafkaJSGroupCoordinatorNotFound',
  'KafkaJSNoBrokerAvailableError',
  'KafkaJSNumberOfRetriesExceeded',
  'KafkaJSRequestTimeoutError',
]);
