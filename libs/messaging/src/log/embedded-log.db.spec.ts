import { aLogInPostgres } from '../testing/a-log-in-postgres';
import { describeEventLog } from '../testing/event-log.contract';

describeEventLog('Postgres', aLogInPostgres);
