import { createTestDatabase } from '@accord/testing';
import { EmbeddedLog } from './log/embedded-log';
import { describeMessaging } from './testing/messaging.contract';

describeMessaging('a log in Postgres', async () => {
  const database = await createTestDatabase('log');
  const log = new EmbeddedLog({ url: database.DATABASE_OWNER_URL });
  return {
    log,
    another: () => Promise.resolve(new EmbeddedLog({ url: database.DATABASE_OWNER_URL })),
    close: async () => {
      await log.close();
      await database.drop();
    },
  };
});
