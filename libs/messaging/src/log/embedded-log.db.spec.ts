import { createTestDatabase } from '@accord/testing';
import { describeEventLog } from '../testing/event-log.contract';
import { EmbeddedLog } from './embedded-log';

describeEventLog('Postgres', async () => {
  const database = await createTestDatabase('log');
  const log = new EmbeddedLog({ url: database.DATABASE_OWNER_URL });
  return {
    log,
    another: async () => new EmbeddedLog({ url: database.DATABASE_OWNER_URL }),
    close: async () => {
      await log.close();
      await database.drop();
    },
  };
});
