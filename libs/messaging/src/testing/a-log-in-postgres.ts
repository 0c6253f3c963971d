import { createTestDatabase } from '@accord/testing';
import { Logger } from '@nestjs/common';
import { EmbeddedLog } from '../log/embedded-log';
import type { OpenedLog } from './event-log.contract';

/** An embedded log in a database of its own. */
export async function aLogInPostgres(on?: { readonly url: string }): Promise<OpenedLog> {
  Logger.overrideLogger(['error', 'fatal']);
  const database = await createTestDatabase('log', on);
  const url = database.DATABASE_OWNER_URL;
  const log = new EmbeddedLog({ url });
  return {
    log,
    another: () => Promise.resolve(new EmbeddedLog({ url })),
    close: async () => {
      await log.close();
      await database.drop();
    },
  };
}
