/** Name of the TypeORM data source that handlers, relay and deadline runners use; it sees every area. */
export const WORKER_DATA_SOURCE = 'worker';
