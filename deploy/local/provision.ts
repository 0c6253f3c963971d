import { databaseName, type DatabaseUrls, provisionDatabase } from '@accord/postgres';

/** The services that own a database. */
export const SERVICES = ['early-warning', 'disputes', 'worklist', 'supervision', 'gateway'] as const;

/** Creates or updates every service's database and the embedded log's; returns the settings that each needs. */
export async function provisionAll(
  adminUrl: string,
  password: string,
): Promise<{ services: Record<string, DatabaseUrls>; embeddedLogUrl: string }> {
  const passwords = { owner: password, app: password, worker: password };
  const services: Record<string, DatabaseUrls> = {};
  for (const service of SERVICES) services[service] = await provisionDatabase(adminUrl, databaseName(service), passwords);
  const log = await provisionDatabase(adminUrl, 'accord_log', passwords);
  return { services, embeddedLogUrl: log.DATABASE_OWNER_URL };
}
