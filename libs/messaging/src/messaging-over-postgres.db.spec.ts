import { aLogInPostgres } from './testing/a-log-in-postgres';
import { describeMessaging } from './testing/messaging.contract';

describeMessaging('a log in Postgres', aLogInPostgres);
