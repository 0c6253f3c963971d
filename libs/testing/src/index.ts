export { AlertHistory } from './histories/alert-history';
export { CaseHistory } from './histories/case-history';
export { type OwnKafka, type OwnKafkaPorts, startKafka, startOwnKafka, type TestKafka } from './kafka';
export { type OwnPostgres, startOwnPostgres, startPostgres, type TestPostgres } from './postgres';
export { type Answer, type Caller, eventually, RunningService } from './running-service';
export { createTestDatabase, type TestDatabase } from './test-database';
export { TestServerUnavailable } from './test-servers';
