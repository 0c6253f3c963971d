export { type AreaScope, enableAreaScope, enableScopeThrough, makeAppendOnly } from './area-scope';
export { Database } from './database';
export { DatabaseModule, type DatabaseOptions, type MigrationClass } from './database.module';
export { FieldCipher } from './encrypted-field';
export { IdempotencyKeyReused, IdempotentRequests, type RequestOnce } from './idempotent-requests';
export { migrate } from './migrate';
export { databaseName, type DatabaseUrls, provisionDatabase, type RolePasswords } from './provision';
export { WORKER_DATA_SOURCE } from './worker-data-source';
